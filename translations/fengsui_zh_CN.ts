<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FactsOf</name>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Responsible %1</source>
        <translation>%1角责任人</translation>
    </message>
    <message>
        <source>level not set</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>属地</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Lead department</source>
        <translation>牵头部门</translation>
    </message>
    <message>
        <source>On-scene commander</source>
        <translation>现场指挥官</translation>
    </message>
    <message>
        <source>%1 (%2, %3, as of %4)</source>
        <translation>%1（%2，%3，截至%4）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计到达</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>商请</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未答复</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>调度权属</translation>
    </message>
    <message>
        <source>asked through %1</source>
        <translation>通过%1商请</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>装备</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>at its base, not reported</source>
        <translation>驻地（未报位置）</translation>
    </message>
    <message>
        <source>%1 (%2 reserved)</source>
        <translation>%1（已预定%2）</translation>
    </message>
    <message>
        <source>indoor</source>
        <translation>室内</translation>
    </message>
    <message>
        <source>outdoor</source>
        <translation>室外</translation>
    </message>
    <message>
        <source>Occupants</source>
        <translation>已安置</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Vulnerable</source>
        <translation>重点人员</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Must be carried</source>
        <translation>需抬运人员</translation>
    </message>
</context>
<context>
    <name>PaletteRows</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>not while looking back: press Now first</source>
        <translation>正在回看历史态势，请先返回当前</translation>
    </message>
    <message>
        <source>level not set</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>%1 of %2 places taken</source>
        <translation>已安置%1/%2人</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Try part of the name, its pinyin or initials; 报 or report begins a report.</source>
        <translation>可输入名称的一部分、拼音或首字母；以“报”开头即可接报。</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>%1附近</translation>
    </message>
    <message>
        <source>%1 from the middle of the map</source>
        <translation>距地图中心%1</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>接报事件</translation>
    </message>
    <message>
        <source>Say what, where and how many: “report fire Qiaozi 3 trapped”</source>
        <translation>请写明何事、何处、多少人：“报 火情 桥梓镇 三人被困”</translation>
    </message>
    <message>
        <source>kind not said</source>
        <translation>类型未写明</translation>
    </message>
    <message>
        <source>no place: not on the map</source>
        <translation>没有地点：不上图</translation>
    </message>
    <message>
        <source>position not known: not on the map</source>
        <translation>位置未知：不上图</translation>
    </message>
    <message>
        <source>nearest of %1 of this name</source>
        <translation>同名%1处，取最近</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约%1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>报告人 %1</translation>
    </message>
    <message>
        <source>Place for the report</source>
        <translation>补全地点</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>接报</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>fengsui::DeskWindow</name>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>撤回：%1（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Nothing of your own to undo (Ctrl+Z)</source>
        <translation>没有可撤回的操作（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Fengsui</source>
        <translation>烽燧</translation>
    </message>
    <message>
        <source>%1 – Fengsui</source>
        <translation>%1 – 烽燧</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Report an incident: click on the map (R)</source>
        <translation>接报事件：在地图上点击位置（R）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>显示全部对象（F）</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show more detail (Ctrl++, wheel)</source>
        <translation>放大地图（Ctrl++，滚轮）</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show more area (Ctrl+-, wheel)</source>
        <translation>缩小地图（Ctrl+-，滚轮）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light colours (Ctrl+T)</source>
        <translation>切换为浅色（Ctrl+T）</translation>
    </message>
    <message>
        <source>Dark colours (Ctrl+T)</source>
        <translation>切换为深色（Ctrl+T）</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What the dossier proposes (Ctrl+Enter)</source>
        <translation>执行右侧建议的下一步 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Back to the present (Ctrl+End)</source>
        <translation>返回当前 (Ctrl+End)</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
</context>
<context>
    <name>fengsui::Dossier</name>
    <message>
        <source>Nothing is selected. Click on the map or in the list; press R to report an incident.</source>
        <translation>未选中对象。请在地图或列表中点选；按 R 接报事件。</translation>
    </message>
    <message>
        <source>This is not in the situation any more.</source>
        <translation>当前态势中已没有该对象。</translation>
    </message>
    <message>
        <source>This did not exist at that moment.</source>
        <translation>该时刻尚无此对象。</translation>
    </message>
    <message>
        <source>TEAMS · nearest first</source>
        <translation>队伍 · 由近及远</translation>
    </message>
    <message>
        <source>TEAMS · none are registered</source>
        <translation>队伍 · 尚未登记队伍</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>商请%1</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>派出%1</translation>
    </message>
    <message>
        <source>They agreed: %1 is on its way</source>
        <translation>已答复同意：%1出动</translation>
    </message>
    <message>
        <source>They declined</source>
        <translation>答复不能出动</translation>
    </message>
    <message>
        <source>Release from its task</source>
        <translation>解除任务</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>%1已到场</translation>
    </message>
    <message>
        <source>%1 is back at its base</source>
        <translation>%1已归建</translation>
    </message>
    <message>
        <source>%1 is available again</source>
        <translation>%1恢复待命</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>You are looking at the past: nothing can be ordered from here.</source>
        <translation>正在查看历史态势，不能下达指令。</translation>
    </message>
    <message>
        <source>No team is free.</source>
        <translation>没有可派队伍。</translation>
    </message>
</context>
<context>
    <name>fengsui::HoverCard</name>
    <message>
        <source>Recorded %1</source>
        <translation>%1记录</translation>
    </message>
</context>
<context>
    <name>fengsui::IncidentDelegate</name>
    <message>
        <source>no team yet</source>
        <translation>未派队伍</translation>
    </message>
    <message>
        <source>%1 teams</source>
        <translation>%1 支队伍</translation>
    </message>
    <message>
        <source>1 team</source>
        <translation>1 支队伍</translation>
    </message>
</context>
<context>
    <name>fengsui::IncidentList</name>
    <message>
        <source>INCIDENTS · %1 open</source>
        <translation>事件 · %1 起在办</translation>
    </message>
    <message>
        <source>No incident. Press R and click on the map to report one.</source>
        <translation>暂无事件。按 R 后在地图上点击即可接报。</translation>
    </message>
    <message>
        <source>No incident had been reported at this moment.</source>
        <translation>该时刻尚无接报事件。</translation>
    </message>
</context>
<context>
    <name>fengsui::MapCanvas</name>
    <message>
        <source>No base map. Put a QGIS project at %1, or start with --map FILE.</source>
        <translation>没有底图。请将 QGIS 工程放在 %1，或用 --map 指定工程文件。</translation>
    </message>
    <message>
        <source>The base map is being opened …</source>
        <translation>正在打开底图……</translation>
    </message>
    <message>
        <source>Base map: %1</source>
        <translation>底图：%1</translation>
    </message>
</context>
<context>
    <name>fengsui::NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>fengsui::Palette</name>
    <message>
        <source>Enter: show it</source>
        <translation>回车：查看</translation>
    </message>
    <message>
        <source>Enter: copy the telephone number and show</source>
        <translation>回车：复制电话并查看</translation>
    </message>
    <message>
        <source>Enter: go there</source>
        <translation>回车：前往</translation>
    </message>
    <message>
        <source>Shift+Enter: report here</source>
        <translation>Shift+回车：在此接报</translation>
    </message>
    <message>
        <source>Enter: do it</source>
        <translation>回车：执行</translation>
    </message>
    <message>
        <source>Tab: complete</source>
        <translation>Tab：补全</translation>
    </message>
    <message>
        <source>Esc: close</source>
        <translation>Esc：关闭</translation>
    </message>
    <message>
        <source>A name, a command, coordinates, or a report: “report fire Qiaozi 3 trapped”</source>
        <translation>名称、命令、坐标，或直接接报：“报 火情 桥梓镇 三人被困”</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Enter: take it into the report</source>
        <translation>回车：填入接报</translation>
    </message>
    <message>
        <source>Enter: report</source>
        <translation>回车：接报</translation>
    </message>
    <message>
        <source>Enter: report without a position</source>
        <translation>回车：接报（不上图）</translation>
    </message>
    <message>
        <source>Shift+Enter: report at the middle of the map</source>
        <translation>Shift+回车：位置取地图中心</translation>
    </message>
</context>
<context>
    <name>fengsui::ReportForm</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>属地</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Report (Enter)</source>
        <translation>接报（回车）</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消（Esc）</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>接报事件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>fengsui::SearchField</name>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Find anything, do anything, report in one line (Ctrl+K)</source>
        <translation>查找一切、执行命令、一行接报 (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>fengsui::TeamDelegate</name>
    <message>
        <source>asked, no answer yet</source>
        <translation>已商请，尚未答复</translation>
    </message>
    <message>
        <source>asked for another incident</source>
        <translation>已为其他事件商请</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>其他事件</translation>
    </message>
    <message>
        <source>must be asked</source>
        <translation>须商请</translation>
    </message>
    <message>
        <source>ask through %1</source>
        <translation>通过%1商请</translation>
    </message>
</context>
<context>
    <name>fengsui::Timeline</name>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Drag to look back; the wheel shows more or less time</source>
        <translation>拖动可回看历史；滚轮调整时间范围</translation>
    </message>
</context>
<context>
    <name>fengsui::TopStrip</name>
    <message>
        <source>opening …</source>
        <translation>正在打开……</translation>
    </message>
    <message>
        <source>the station cannot be read</source>
        <translation>站点无法读取</translation>
    </message>
    <message>
        <source>picture %1 old</source>
        <translation>态势 %1前</translation>
    </message>
    <message>
        <source>LOOKING BACK</source>
        <translation>历史回看</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>without team %1</source>
        <translation>未派队伍 %1</translation>
    </message>
    <message>
        <source>unanswered %1</source>
        <translation>未答复 %1</translation>
    </message>
    <message>
        <source>contradictions %1</source>
        <translation>矛盾 %1</translation>
    </message>
    <message>
        <source>teams free %1 of %2</source>
        <translation>可派队伍 %1 / %2</translation>
    </message>
    <message>
        <source>%1 entries, the last one %2</source>
        <translation>共 %1 条记录，最近一条%2</translation>
    </message>
</context>
</TS>
