<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CallWords</name>
    <message>
        <source>you have the line · %1</source>
        <translation>本席正在叫应 · %1</translation>
    </message>
    <message>
        <source>%1 is calling · %2</source>
        <translation>%1正在叫应 · %2</translation>
    </message>
    <message>
        <source>tries: %1</source>
        <translation>已试 %1 次</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>应转：%1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%2 起转%1</translation>
    </message>
    <message>
        <source>at the end of the ladder</source>
        <translation>升级链已走完</translation>
    </message>
    <message>
        <source>substitute %1</source>
        <translation>B角 %1</translation>
    </message>
    <message>
        <source>the substitute</source>
        <translation>B角</translation>
    </message>
    <message>
        <source>town duty office</source>
        <translation>镇街值班室</translation>
    </message>
    <message>
        <source>police</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>somebody to the door</source>
        <translation>派人上门</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已触达</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未触达</translation>
    </message>
    <message>
        <source>%1 %2: %3 (%4)</source>
        <translation>%1 %2：%3（%4）</translation>
    </message>
    <message>
        <source>signed %1, until %2</source>
        <translation>%1 签发，至 %2</translation>
    </message>
    <message>
        <source>signed %1</source>
        <translation>%1 签发</translation>
    </message>
    <message>
        <source>signed %1, should have ended %2</source>
        <translation>%1 签发，应于 %2 结束</translation>
    </message>
</context>
<context>
    <name>ClosureFacts</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 until further notice</source>
        <translation>%1 起，解除时间待定</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已封闭</translation>
    </message>
    <message>
        <source>Will be closed</source>
        <translation>将封闭</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>已恢复通行</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Closed for</source>
        <translation>封闭对象</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人车</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>桥梁</translation>
    </message>
    <message>
        <source>stay open</source>
        <translation>可通行</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Opened because</source>
        <translation>解除原因</translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>Where is the road closed? Click there, or press Space for the middle of the map · Esc gives up</source>
        <translation>哪里封闭？点击该处，或按空格取地图中心 · Esc 放弃</translation>
    </message>
    <message>
        <source>Enter: closed here · or click on along the stretch · Backspace: one back</source>
        <translation>回车：封闭此处 · 或沿路段继续点击 · 退格：撤一点</translation>
    </message>
    <message>
        <source>Enter: this stretch is closed · or click on · Backspace: one back</source>
        <translation>回车：封闭此路段 · 或继续点击 · 退格：撤一点</translation>
    </message>
    <message>
        <source>Enter: this stretch is closed · on the first point again: this area · Backspace: one back</source>
        <translation>回车：封闭此路段 · 点回起点：封闭此区域 · 退格：撤一点</translation>
    </message>
</context>
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
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>等，另有 %1 个</translation>
    </message>
    <message>
        <source>%1 (forest or building: to be confirmed)</source>
        <translation>%1（森林或建筑：待核）</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>派单</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureFacts</name>
    <message>
        <source>as of %1</source>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>not decided whose count holds (H)</source>
        <translation>口径未定（H）</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>recorded by %1</source>
        <translation>%1录入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>stands again: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>open again whose count holds</source>
        <translation>口径重新待定</translation>
    </message>
    <message>
        <source>%1 holds</source>
        <translation>以%1为准</translation>
    </message>
    <message>
        <source>because: %1</source>
        <translation>理由：%1</translation>
    </message>
</context>
<context>
    <name>GroundWords</name>
    <message>
        <source>the map has not answered since %1 and is being started again</source>
        <translation>地图自 %1 起没有响应，正在重新启动</translation>
    </message>
    <message>
        <source>the map has not answered since %1; it is started again if it stays silent</source>
        <translation>地图自 %1 起没有响应，若仍无响应将重新启动</translation>
    </message>
</context>
<context>
    <name>HazardWords</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Forecast for %1: %2 %3</source>
        <translation>%1 预测：%2 %3</translation>
    </message>
    <message>
        <source>Forecast for %1: %2 none</source>
        <translation>%1 预测：无%2</translation>
    </message>
    <message>
        <source>%1 first reached at %2</source>
        <translation>%2 起达到 %1</translation>
    </message>
    <message>
        <source>At most %1, at %2</source>
        <translation>最大 %1（%2）</translation>
    </message>
    <message>
        <source>%1 not reached by %2, when the forecast ends</source>
        <translation>至 %2 预测结束未达到 %1</translation>
    </message>
    <message>
        <source>FORECAST · %1</source>
        <translation>预测 · %1</translation>
    </message>
    <message>
        <source>The forecast is for %1 to %2 only</source>
        <translation>预测时段为 %1 至 %2</translation>
    </message>
    <message>
        <source>This moment cannot be shown: its frame is damaged</source>
        <translation>该时刻无法显示：帧数据已损坏</translation>
    </message>
    <message>
        <source>Begins %1</source>
        <translation>起报 %1</translation>
    </message>
</context>
<context>
    <name>HitTable</name>
    <message>
        <source>Who is hit, and when</source>
        <translation>受影响对象与时间</translation>
    </message>
    <message>
        <source>Forecast of %1 until %2: about %3 people in %4 buildings, %5 km².</source>
        <translation>%1 起报，至 %2：约 %3 人、%4 栋建筑受影响，面积 %5 平方公里。</translation>
    </message>
    <message>
        <source>Computed, not measured. %1</source>
        <translation>推算结果，非实测。%1</translation>
    </message>
    <message>
        <source>First hit</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Most, when</source>
        <translation>最大值与时间</translation>
    </message>
    <message>
        <source>Last way out</source>
        <translation>最晚可撤出</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无路可出</translation>
    </message>
    <message>
        <source>Nobody and nothing on the lists is reached.</source>
        <translation>清单中没有受影响的对象。</translation>
    </message>
    <message>
        <source>%1 stretches of road are reached as well; the desk lists them.</source>
        <translation>另有 %1 段道路受影响，见桌面清单。</translation>
    </message>
</context>
<context>
    <name>HitWords</name>
    <message>
        <source>road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>team&apos;s base</source>
        <translation>队伍驻地</translation>
    </message>
    <message>
        <source>depot</source>
        <translation>物资库</translation>
    </message>
    <message>
        <source>shelter</source>
        <translation>安置点</translation>
    </message>
    <message>
        <source>about %1 people</source>
        <translation>约 %1 人</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Say what the table lists</source>
        <translation>请选择表中内容的类别</translation>
    </message>
    <message>
        <source>1 row has faults: mend it, or leave it out</source>
        <translation>1 行有错误：请修正或跳过</translation>
    </message>
    <message>
        <source>%1 rows have faults: mend them, or leave them out</source>
        <translation>%1 行有错误：请修正或跳过</translation>
    </message>
    <message>
        <source>No row can be imported</source>
        <translation>没有可导入的行</translation>
    </message>
    <message>
        <source>Nothing to import: all of it is known already</source>
        <translation>无需导入：内容均已在库且一致</translation>
    </message>
    <message>
        <source>Import %1 (%2 new, %3 changed)</source>
        <translation>导入 %1（新增 %2，更新 %3）</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Place: longitude</source>
        <translation>位置：经度</translation>
    </message>
    <message>
        <source>Place: latitude</source>
        <translation>位置：纬度</translation>
    </message>
    <message>
        <source>Place: both in one</source>
        <translation>位置：经纬度同列</translation>
    </message>
    <message>
        <source>Kept as attribute</source>
        <translation>保留为属性</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source> “%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1：%2；%3</translation>
    </message>
    <message>
        <source>+ %1 new · ≠ %2 changed · %3 unchanged</source>
        <translation>+ 新增 %1 · ≠ 更新 %2 · 无变化 %3</translation>
    </message>
</context>
<context>
    <name>MapPrint</name>
    <message>
        <source>Base map: %1</source>
        <translation>底图：%1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>as it was at %1</source>
        <translation>回看 %1</translation>
    </message>
    <message>
        <source>%1 · situation map</source>
        <translation>%1 · 态势图</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 的预报</translation>
    </message>
    <message>
        <source>forecast for %1 · situation %2</source>
        <translation>预报 %1 · 态势%2</translation>
    </message>
    <message>
        <source>MODEL FORECAST, NOT MEASURED</source>
        <translation>模型推演，非实测</translation>
    </message>
    <message>
        <source>The forecast says nothing of this moment.</source>
        <translation>预报不含此刻。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 · %2 as forecast</source>
        <translation>%1 · %2预报序列图</translation>
    </message>
    <message>
        <source>first hit</source>
        <translation>最早受影响</translation>
    </message>
    <message>
        <source>widest</source>
        <translation>范围最大</translation>
    </message>
    <message>
        <source>%1 · greatest %2 as forecast</source>
        <translation>%1 · 最大%2预报图</translation>
    </message>
    <message>
        <source>FORECAST · greatest %1</source>
        <translation>预测 · 最大%1</translation>
    </message>
    <message>
        <source>Greatest at each place</source>
        <translation>各处最大值</translation>
    </message>
    <message>
        <source>%1 · records up to no. %2 of this station</source>
        <translation>%1 · 依据本站记录至第 %2 条</translation>
    </message>
    <message>
        <source>Nothing was computed beyond the dashed line.</source>
        <translation>虚线以外未推算。</translation>
    </message>
    <message>
        <source>EPSG:3857, degrees WGS 84</source>
        <translation>EPSG:3857，经纬度 WGS 84</translation>
    </message>
</context>
<context>
    <name>Offers</name>
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
        <translation>已同意：%1出发</translation>
    </message>
    <message>
        <source>They declined</source>
        <translation>未能出动</translation>
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
        <source>Open %1 for people</source>
        <translation>启用%1</translation>
    </message>
    <message>
        <source>People came or left …</source>
        <translation>登记入住或离开…</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
    </message>
    <message>
        <source>Send 1 team to %1</source>
        <translation>派出 1 支队伍前往%1</translation>
    </message>
    <message>
        <source>Send %1 teams to %2</source>
        <translation>派出 %1 支队伍前往%2</translation>
    </message>
    <message>
        <source>Hand out or reserve for an incident …</source>
        <translation>为事件出库或预定…</translation>
    </message>
    <message>
        <source>Take in, move, count …</source>
        <translation>入库、调拨、盘点…</translation>
    </message>
    <message>
        <source>Take duty …</source>
        <translation>到岗…</translation>
    </message>
    <message>
        <source>Relieve %1 …</source>
        <translation>接替%1…</translation>
    </message>
    <message>
        <source>%1 leaves; nobody is on duty</source>
        <translation>%1离岗，岗位空缺</translation>
    </message>
    <message>
        <source>Leave duty: nobody is %1 then</source>
        <translation>离岗，%1将空缺</translation>
    </message>
    <message>
        <source>Take another duty …</source>
        <translation>另任岗位…</translation>
    </message>
    <message>
        <source>%1, there at %2</source>
        <translation>%1，%2 可到</translation>
    </message>
    <message>
        <source>%1 (no way open)</source>
        <translation>%1（无路可通）</translation>
    </message>
    <message>
        <source>%1 (%2 straight)</source>
        <translation>%1（直线 %2）</translation>
    </message>
    <message>
        <source>%1 is open again</source>
        <translation>%1恢复通行</translation>
    </message>
    <message>
        <source>Change the closure …</source>
        <translation>修改封闭……</translation>
    </message>
</context>
<context>
    <name>OrderOffers</name>
    <message>
        <source>Sign and issue to %1 …</source>
        <translation>签发给%1……</translation>
    </message>
    <message>
        <source>Put the draft away</source>
        <translation>草稿作废</translation>
    </message>
    <message>
        <source>%1 has been told of the recall</source>
        <translation>已告知%1撤回</translation>
    </message>
    <message>
        <source>%1 acknowledges, repeats back</source>
        <translation>%1签收并复诵</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 has begun</source>
        <translation>%1开始办理</translation>
    </message>
    <message>
        <source>%1 approves …</source>
        <translation>%1批准……</translation>
    </message>
    <message>
        <source>%1 has done it</source>
        <translation>%1办结</translation>
    </message>
    <message>
        <source>%1 has done it: the answer …</source>
        <translation>%1办结：填反馈……</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1……</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再催</translation>
    </message>
    <message>
        <source>Not reached …</source>
        <translation>未联系上……</translation>
    </message>
    <message>
        <source>Give it to others …</source>
        <translation>改派……</translation>
    </message>
    <message>
        <source>Verify: seen that %1 has done it</source>
        <translation>核验：确认%1已办成</translation>
    </message>
    <message>
        <source>Send back …</source>
        <translation>退回重办……</translation>
    </message>
    <message>
        <source>Recall %1 …</source>
        <translation>撤回%1……</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n copies of %1</source>
        <translation>
            <numerusform>查看%1的 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Show order %1</source>
        <translation>查看派单%1</translation>
    </message>
    <message>
        <source>Draft the order to %1</source>
        <translation>给%1拟单</translation>
    </message>
    <message>
        <source>Verify: seen that it is done</source>
        <translation>核验：确认已办成</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>标记办结</translation>
    </message>
    <message>
        <source>Mark done …</source>
        <translation>标记办结……</translation>
    </message>
    <message>
        <source>Skip …</source>
        <translation>跳过……</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Chase it from this seat</source>
        <translation>由本席位催办</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1等，另 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>还有%1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>超%1</translation>
    </message>
    <message>
        <source>the substitute</source>
        <translation>B角</translation>
    </message>
    <message>
        <source>the substitute %1</source>
        <translation>B角%1</translation>
    </message>
    <message>
        <source>the town&apos;s duty office</source>
        <translation>镇街值班室</translation>
    </message>
    <message>
        <source>somebody goes there</source>
        <translation>派人上门</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>blanks to fill</source>
        <translation>有空白待填</translation>
    </message>
    <message>
        <source>due for %1</source>
        <translation>应办已%1</translation>
    </message>
    <message>
        <source>late · %1</source>
        <translation>逾期 · %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>办结 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <translation>
            <numerusform>%n 份未答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not told of the recall</source>
        <translation>
            <numerusform>%n 个未告知撤回</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (helps)</source>
        <translation>%1（协办）</translation>
    </message>
    <message>
        <source>knows of the recall</source>
        <translation>已知撤回</translation>
    </message>
    <message>
        <source>repeated back</source>
        <translation>已复诵</translation>
    </message>
    <message>
        <source>chased: %1</source>
        <translation>已催：%1</translation>
    </message>
    <message>
        <source>next: %1 %2</source>
        <translation>下一步：%1 %2</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>%1已发</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>To</source>
        <translation>受令方</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B角：%1</translation>
    </message>
    <message>
        <source>Helps</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message numerus="yes">
        <source>%n min from its issue</source>
        <translation>
            <numerusform>签发后 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 without an answer: %2</source>
        <translation>%1无反馈：%2</translation>
    </message>
    <message>
        <source>%1 without an acknowledgement: %2</source>
        <translation>%1未签收：%2</translation>
    </message>
    <message>
        <source>Chased</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>核验人</translation>
    </message>
    <message>
        <source>If cut off</source>
        <translation>失联授权</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message numerus="yes">
        <source> (%n min)</source>
        <translation>
            <numerusform>（%n 分钟）</numerusform>
        </translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>放行条件</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核验</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>Applies if</source>
        <translation>适用条件</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>前提</translation>
    </message>
    <message>
        <source>Still blank</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已反馈 %1/%2</translation>
    </message>
    <message>
        <source>Not told of the recall</source>
        <translation>尚未告知撤回</translation>
    </message>
    <message>
        <source>Against a check</source>
        <translation>安全检查放行</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Handed down</source>
        <translation>下派</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>%1 of %2 people counted</source>
        <translation>清点到 %1/%2 人</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>未到：%1</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已联系上</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>Knows of the recall</source>
        <translation>已知撤回</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>建议人</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>this level is signed by %1</source>
        <translation>本级由%1签批</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>arrived %1</source>
        <translation>%1 到</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>☑ For the end</source>
        <translation>☑ 终止条件</translation>
    </message>
    <message>
        <source>☐ For the end</source>
        <translation>☐ 终止条件</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
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
    <message>
        <source>Nothing is called that.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Try part of the name, its pinyin or initials; 报 or report begins a report.</source>
        <translation>可输入名称的一部分、拼音或首字母；以“报”开头即可接报。</translation>
    </message>
    <message>
        <source>on duty: %1</source>
        <translation>在岗：%1</translation>
    </message>
    <message>
        <source>nobody on duty</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>forest or building: to be confirmed</source>
        <translation>森林或建筑：待核</translation>
    </message>
    <message>
        <source>Orders and responses</source>
        <translation>派单与响应</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>edition %1</source>
        <translation>%1 版</translation>
    </message>
</context>
<context>
    <name>PaperSymbols</name>
    <message>
        <source>Depot, facility and others</source>
        <translation>物资库、设施等</translation>
    </message>
    <message>
        <source>level not set</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>, commanded by others</source>
        <translation>（他方指挥）</translation>
    </message>
    <message>
        <source>Road closed now</source>
        <translation>道路封闭中</translation>
    </message>
    <message>
        <source>Road that will be closed</source>
        <translation>道路即将封闭</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Dashed: estimated, not observed</source>
        <translation>虚线：估计，非实测</translation>
    </message>
    <message>
        <source>Faint with a clock: not heard of for long</source>
        <translation>浅色带钟：久未联系</translation>
    </message>
    <message>
        <source>Hatched ring: exercise, not real</source>
        <translation>斜纹圈：演练，非真实</translation>
    </message>
    <message>
        <source>+3: so many more at that place</source>
        <translation>+3：该处另有的数量</translation>
    </message>
    <message>
        <source>Closed stretch of road</source>
        <translation>封闭路段</translation>
    </message>
</context>
<context>
    <name>PeopleFacts</name>
    <message>
        <source>not on duty</source>
        <translation>未在岗</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>since %1 (%2)</source>
        <translation>自%1起（%2）</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>manned</source>
        <translation>有人在岗</translation>
    </message>
    <message>
        <source>nobody on duty</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>somebody who is not registered any more</source>
        <translation>人员已注销</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Holder %1</source>
        <translation>%1角</translation>
    </message>
</context>
<context>
    <name>PlaceFacts</name>
    <message>
        <source>Population</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not known: not on the map</source>
        <translation>未知，不在地图上</translation>
    </message>
    <message>
        <source>Nearest teams</source>
        <translation>最近队伍</translation>
    </message>
    <message>
        <source>Nearest shelters</source>
        <translation>最近场所</translation>
    </message>
    <message>
        <source>Nearest depots</source>
        <translation>最近物资库</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>report back: %1</source>
        <translation>报：%1</translation>
    </message>
    <message>
        <source>no answer: %1</source>
        <translation>未回应：%1</translation>
    </message>
    <message>
        <source>%1 (I help)</source>
        <translation>%1（协办）</translation>
    </message>
    <message>
        <source>I may decide alone</source>
        <translation>可自行决定</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>绝对不能做</translation>
    </message>
    <message>
        <source>I verify for others</source>
        <translation>由我核验</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1：删去</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>原为：%1</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>灾种</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Takes lines from</source>
        <translation>引用条目</translation>
    </message>
    <message>
        <source>Builds on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Leaves out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>For the end</source>
        <translation>终止条件</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Mandatory</source>
        <translation>必办</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Who helps</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>逐处</translation>
    </message>
    <message>
        <source>These places</source>
        <translation>限于</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时机</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>前置</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未回应</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>May decide alone</source>
        <translation>可自行决定</translation>
    </message>
    <message>
        <source>Must not be done</source>
        <translation>绝对不能做</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Post card</source>
        <translation>岗位指令卡</translation>
    </message>
    <message>
        <source> and </source>
        <translation>，且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>，或</translation>
    </message>
    <message>
        <source>a safety officer is named</source>
        <translation>已指定安全员</translation>
    </message>
    <message numerus="yes">
        <source>%n min ahead of the front</source>
        <translation>
            <numerusform>距前锋至少 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>lookout, escape way, safe zone, signal</source>
        <translation>瞭望哨、撤离路线、安全区、信号</translation>
    </message>
    <message>
        <source>, stands in: %1</source>
        <translation>，B角：%1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>B</source>
        <translation>B角</translation>
    </message>
    <message>
        <source>%1 stands in</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>原无此项</translation>
    </message>
</context>
<context>
    <name>ProposalWords</name>
    <message>
        <source>fill in</source>
        <translation>填入</translation>
    </message>
</context>
<context>
    <name>RoadWords</name>
    <message>
        <source>The roads are being read …</source>
        <translation>正在读取道路……</translation>
    </message>
    <message>
        <source>No roads: %1</source>
        <translation>无道路数据：%1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1等，另有 %2 处</translation>
    </message>
    <message>
        <source>from where it was at %1</source>
        <translation>按 %1 的位置推算</translation>
    </message>
    <message>
        <source>from its base since %1; not seen on its way</source>
        <translation>按 %1 从驻地出发推算，途中未报位置</translation>
    </message>
    <message>
        <source>By road</source>
        <translation>沿路到达</translation>
    </message>
    <message>
        <source>should be there already; %1</source>
        <translation>应已到达；%1</translation>
    </message>
    <message>
        <source>Planned anew</source>
        <translation>路线已重算</translation>
    </message>
    <message>
        <source>Closes nothing: only bridges lie here, and they stay open.</source>
        <translation>不封闭任何路段：此处只有桥梁，桥梁保持通行。</translation>
    </message>
    <message>
        <source>This touches no road: it closes nothing. Draw it across the road or along it.</source>
        <translation>未触及任何道路，不会封闭任何路段。请横跨或沿道路标绘。</translation>
    </message>
    <message>
        <source>Closes %1 (%2 from junction to junction)</source>
        <translation>将封闭%1（路口至路口共 %2）</translation>
    </message>
    <message>
        <source>%1. Bridges stay open: %2.</source>
        <translation>%1。桥梁保持通行：%2 处。</translation>
    </message>
    <message>
        <source>%1. No bridge lies here that could stay open.</source>
        <translation>%1。此处没有可保持通行的桥梁。</translation>
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
    <name>WordsOf</name>
    <message>
        <source>%1 teams</source>
        <translation>%1 支队伍</translation>
    </message>
    <message>
        <source>1 team</source>
        <translation>1 支队伍</translation>
    </message>
    <message>
        <source>no team yet</source>
        <translation>尚无队伍</translation>
    </message>
    <message>
        <source>asked, no answer yet</source>
        <translation>已商请，未答复</translation>
    </message>
    <message>
        <source>asked for another incident</source>
        <translation>已商请支援其他事件</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>在其他现场</translation>
    </message>
    <message>
        <source>must be asked</source>
        <translation>须商请</translation>
    </message>
    <message>
        <source>ask through %1</source>
        <translation>经%1商请</translation>
    </message>
    <message>
        <source>nothing listed</source>
        <translation>未列物资</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 种物资</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 种物资</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>room for %1</source>
        <translation>可容 %1 人</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>no way open</source>
        <translation>无路可通</translation>
    </message>
    <message>
        <source>%1 straight</source>
        <translation>直线 %1</translation>
    </message>
</context>
<context>
    <name>fengsui::AdvicePage</name>
    <message>
        <source>Nothing is known yet.</source>
        <translation>尚无信息。</translation>
    </message>
    <message>
        <source>By the forecast:</source>
        <translation>按预测：</translation>
    </message>
    <message>
        <source>By what is measured, without a forecast:</source>
        <translation>按实测（无预测）：</translation>
    </message>
    <message>
        <source>RESPONSE LEVELS WHOSE CRITERIA HOLD</source>
        <translation>已达到启动条件的响应级别</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>by what is measured</source>
        <translation>按实测</translation>
    </message>
    <message>
        <source>by the forecast</source>
        <translation>按预测</translation>
    </message>
    <message>
        <source>ORDERS TO DRAFT · %1</source>
        <translation>建议拟单 · %1</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>待补全</translation>
    </message>
    <message>
        <source>ROADS TO CLOSE</source>
        <translation>建议封路</translation>
    </message>
    <message>
        <source>Nothing in the plans is called for.</source>
        <translation>预案中没有需要启动的内容。</translation>
    </message>
    <message>
        <source>Show the plan: %1 %2 is yours to activate</source>
        <translation>查看预案：%1%2 由您决定启动</translation>
    </message>
    <message>
        <source>Draft this order to %1</source>
        <translation>拟单给%1</translation>
    </message>
    <message>
        <source>Draft all %1 orders</source>
        <translation>全部拟单（%1 张）</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 处</translation>
    </message>
    <message>
        <source>Close %1 roads as the forecast says</source>
        <translation>按预测封闭 %1 处道路</translation>
    </message>
    <message>
        <source>WHAT IT MAY LEAD TO</source>
        <translation>可能引发的后果</translation>
    </message>
    <message>
        <source>no module for it</source>
        <translation>缺少对应模块</translation>
    </message>
    <message>
        <source>A run of another module is under way: wait for it, or stop it.</source>
        <translation>另一模块正在推演：请等待或先停止。</translation>
    </message>
    <message>
        <source>Fill in this scenario; you run it</source>
        <translation>填入此情景，由您启动推演</translation>
    </message>
    <message>
        <source>%1 roads and underpasses</source>
        <translation>道路和下凹桥 %1 处</translation>
    </message>
</context>
<context>
    <name>fengsui::AheadPage</name>
    <message>
        <source>Look ahead: run the model</source>
        <translation>开始推演</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>not activated</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>No criterion of a plan holds by what is measured.</source>
        <translation>按实测，没有达到任何预案的启动条件。</translation>
    </message>
    <message>
        <source>Asking what gauges and warnings say …</source>
        <translation>正在查询监测与预警……</translation>
    </message>
    <message>
        <source>WHAT GAUGES AND WARNINGS SAY, WITHOUT A MODEL</source>
        <translation>监测与预警（未经推演）</translation>
    </message>
    <message>
        <source>There is no hazard module that can be used.</source>
        <translation>没有可用的灾害模块。</translation>
    </message>
    <message>
        <source>%1 · %2 % · for %3</source>
        <translation>%1 · %2% · 已 %3</translation>
    </message>
</context>
<context>
    <name>fengsui::AlarmBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Quiet for %1 min</source>
        <translation>静音 %1 分钟</translation>
    </message>
</context>
<context>
    <name>fengsui::CallCard</name>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>号码错误</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已触达</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>已叫醒</translation>
    </message>
    <message>
        <source>Said it back</source>
        <translation>已回应</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Nobody on the line</source>
        <translation>尚未占用叫应对象</translation>
    </message>
    <message>
        <source>Space takes the one for whom most people are at risk and whom nobody is calling.</source>
        <translation>按空格键占用受威胁人数最多且无人在叫的对象。</translation>
    </message>
    <message>
        <source>Next on the ladder</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>for %1 %2</source>
        <translation>替 %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people at risk</source>
        <translation>
            <numerusform>受威胁 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>no number is known</source>
        <translation>无电话号码</translation>
    </message>
    <message>
        <source>No words were given to read.</source>
        <translation>未填写叫应内容。</translation>
    </message>
    <message>
        <source>Read: “%1”</source>
        <translation>念：“%1”</translation>
    </message>
    <message>
        <source>Go on to: %1</source>
        <translation>转：%1</translation>
    </message>
    <message>
        <source>The ladder ends here</source>
        <translation>升级链已到头</translation>
    </message>
</context>
<context>
    <name>fengsui::CalloutBoard</name>
    <message>
        <source>Call-out</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>Each responsible person is rung until the warning was said back.</source>
        <translation>逐人叫到责任人，直至复诵回应。</translation>
    </message>
    <message>
        <source>A warning was issued …</source>
        <translation>登记预警……</translation>
    </message>
    <message>
        <source>Lift …</source>
        <translation>解除……</translation>
    </message>
    <message>
        <source>Start a call-out …</source>
        <translation>发起叫应……</translation>
    </message>
    <message>
        <source>Climb the ladder from here</source>
        <translation>由本席升级</translation>
    </message>
    <message>
        <source>Only one seat goes on to substitutes, town, police and door, so that nobody is rung twice</source>
        <translation>仅由一个席位转B角、镇街、派出所、上门，避免重复拨打</translation>
    </message>
    <message>
        <source>End …</source>
        <translation>结束……</translation>
    </message>
    <message>
        <source>Take the top one (Space)</source>
        <translation>占用首位（空格）</translation>
    </message>
    <message>
        <source>No warning is in force.</source>
        <translation>当前无生效预警。</translation>
    </message>
    <message>
        <source>Nobody is being called. Choose a warning and start a call-out.</source>
        <translation>当前没有叫应。请选择预警并发起叫应。</translation>
    </message>
    <message>
        <source>WARNINGS IN FORCE · %1</source>
        <translation>生效预警 · %1</translation>
    </message>
    <message>
        <source>%1 · signed %2 · ended</source>
        <translation>%1 · %2 签发 · 已结束</translation>
    </message>
    <message>
        <source>%1 · signed %2</source>
        <translation>%1 · %2 签发</translation>
    </message>
    <message>
        <source>NOT REACHED · %1 of %2, most people at risk first</source>
        <translation>未回应 · %1 / %2，受威胁人数多者在前</translation>
    </message>
    <message>
        <source>Everybody has said it back.</source>
        <translation>全部已回应。</translation>
    </message>
    <message>
        <source>Lift the warning: %1</source>
        <translation>解除预警：%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Lift (Enter)</source>
        <translation>解除（回车）</translation>
    </message>
    <message numerus="yes">
        <source>End the call-out: %n not reached</source>
        <translation>
            <numerusform>结束叫应：尚有 %n 人未回应</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>End (Enter)</source>
        <translation>结束（回车）</translation>
    </message>
</context>
<context>
    <name>fengsui::CalloutForm</name>
    <message>
        <source>responsible persons of risk zones</source>
        <translation>风险区责任人</translation>
    </message>
    <message>
        <source>who is on duty at the posts</source>
        <translation>各岗位在岗人员</translation>
    </message>
    <message>
        <source>registered persons</source>
        <translation>已登记人员</translation>
    </message>
    <message>
        <source>the persons of a table</source>
        <translation>表格中的人员</translation>
    </message>
    <message>
        <source>Passes on</source>
        <translation>传达</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Words to read</source>
        <translation>叫应内容</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Towns</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>empty: the whole district</source>
        <translation>不填为全区</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>empty: all</source>
        <translation>不填为全部</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>path of the XLSX or CSV file</source>
        <translation>XLSX 或 CSV 文件路径</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>the clock counts from here; empty: of the warning, or now</source>
        <translation>自此计时；不填取预警签发时间或当前</translation>
    </message>
    <message>
        <source>Start a call-out: %1 % within %2 min of the signature</source>
        <translation>发起叫应：签发后 %2 分钟内达 %1%</translation>
    </message>
    <message>
        <source>Start calling (Enter)</source>
        <translation>发起（回车）</translation>
    </message>
    <message>
        <source>neither a warning nor a response</source>
        <translation>不对应预警或响应</translation>
    </message>
</context>
<context>
    <name>fengsui::CloseForm</name>
    <message>
        <source>it is over</source>
        <translation>处置结束</translation>
    </message>
    <message>
        <source>it was none (false report)</source>
        <translation>误报撤销</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>结束%1</translation>
    </message>
    <message>
        <source>End it (Enter)</source>
        <translation>结束 (回车)</translation>
    </message>
</context>
<context>
    <name>fengsui::ClosureForm</name>
    <message>
        <source>everybody</source>
        <translation>所有人车</translation>
    </message>
    <message>
        <source>all vehicles; on foot one can pass</source>
        <translation>所有车辆，行人可过</translation>
    </message>
    <message>
        <source>cars and heavy engines</source>
        <translation>小型车、大型车</translation>
    </message>
    <message>
        <source>heavy engines</source>
        <translation>大型车</translation>
    </message>
    <message>
        <source>closed too</source>
        <translation>同时封闭</translation>
    </message>
    <message>
        <source>stay open: the water is below them</source>
        <translation>可通行（水在桥下）</translation>
    </message>
    <message>
        <source>Which road</source>
        <translation>路段</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Closed for</source>
        <translation>封闭对象</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>桥梁</translation>
    </message>
    <message>
        <source>21:40; empty: now</source>
        <translation>21:40，空为现在</translation>
    </message>
    <message>
        <source>02:10; empty: until further notice</source>
        <translation>02:10，空为解除时间待定</translation>
    </message>
    <message>
        <source>flooded, slide, collapse …</source>
        <translation>积水、塌方、路面塌陷……</translation>
    </message>
    <message>
        <source>Close a road</source>
        <translation>封闭道路</translation>
    </message>
    <message>
        <source>Change the closure</source>
        <translation>修改封闭</translation>
    </message>
    <message>
        <source>Close (Enter)</source>
        <translation>封闭（回车）</translation>
    </message>
    <message>
        <source>Change (Enter)</source>
        <translation>修改（回车）</translation>
    </message>
</context>
<context>
    <name>fengsui::ConsultationForm</name>
    <message>
        <source>About</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>19:40; empty: now</source>
        <translation>19:40；不填为当前</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Where it will hit</source>
        <translation>落区</translation>
    </message>
    <message>
        <source>When it will be worst</source>
        <translation>最强时段</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>several between semicolons</source>
        <translation>多条用分号隔开</translation>
    </message>
    <message>
        <source>Most endangered first</source>
        <translation>风险排序</translation>
    </message>
    <message>
        <source>place=why, between semicolons</source>
        <translation>地点=理由，用分号隔开</translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Record of a consultation</source>
        <translation>会商记录</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>登记（回车）</translation>
    </message>
</context>
<context>
    <name>fengsui::ContactForm</name>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>satellite telephone</source>
        <translation>卫星电话</translation>
    </message>
    <message>
        <source>runner with a paper list</source>
        <translation>送信（纸质名单）</translation>
    </message>
    <message>
        <source>somebody was there</source>
        <translation>现场查看</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>19:40; empty: now</source>
        <translation>19:40；不填为当前</translation>
    </message>
    <message>
        <source>%1 was heard of</source>
        <translation>%1 已联系上</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录（回车）</translation>
    </message>
</context>
<context>
    <name>fengsui::DecideForm</name>
    <message>
        <source>No figure has been recorded yet</source>
        <translation>尚无人数记录</translation>
    </message>
    <message>
        <source>%1 holds: %2 %3 (Enter)</source>
        <translation>以%1为准：%2%3人（回车）</translation>
    </message>
    <message>
        <source>Take back %1 of %2: %3 stands again (Enter)</source>
        <translation>撤回%2的%1人，恢复为%3人（回车）</translation>
    </message>
    <message>
        <source>Take back %1 %2 of %3 (Enter)</source>
        <translation>撤回%3的%1%2人（回车）</translation>
    </message>
    <message>
        <source>this count holds</source>
        <translation>以此数为准</translation>
    </message>
    <message>
        <source>this count was wrong: take it back</source>
        <translation>此数有误，撤回</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>checked on the spot, list of names …</source>
        <translation>现场核实、名单比对……</translation>
    </message>
    <message>
        <source>Whose count holds at %1</source>
        <translation>%1：以谁的数字为准</translation>
    </message>
</context>
<context>
    <name>fengsui::DeskActions</name>
    <message>
        <source>Report</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Report an incident: click on the map</source>
        <translation>接报事件：点击地图</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Do what the button of the dossier says</source>
        <translation>执行右侧按钮所示的操作</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing of your own to undo</source>
        <translation>没有可撤销的本人操作</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Stop looking back</source>
        <translation>结束回看</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>正在发生的事件</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Who there is, and who is free</source>
        <translation>队伍及空闲情况</translation>
    </message>
    <message>
        <source>Depots</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Where which supplies are</source>
        <translation>物资存放地点和数量</translation>
    </message>
    <message>
        <source>Shelters</source>
        <translation>安置</translation>
    </message>
    <message>
        <source>Where people can go, and how full it is</source>
        <translation>群众安置去向与饱和程度</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>风险区</translation>
    </message>
    <message>
        <source>Villages and places at risk</source>
        <translation>风险村和风险点</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>Schools, hospitals, care homes …</source>
        <translation>学校、医院、养老院等</translation>
    </message>
    <message>
        <source>Find in list</source>
        <translation>列表内查找</translation>
    </message>
    <message>
        <source>Type into the filter of the open list</source>
        <translation>在已打开的列表中筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show more detail; the wheel does it too</source>
        <translation>放大细节，也可用滚轮</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show more area; the wheel does it too</source>
        <translation>扩大范围，也可用滚轮</translation>
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
        <source>Light colours</source>
        <translation>浅色界面</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色界面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Give up what is under way</source>
        <translation>放弃当前操作</translation>
    </message>
    <message>
        <source>People at the incident</source>
        <translation>事件人员数字</translation>
    </message>
    <message>
        <source>How many are trapped, moved, missing …, and whose count it is</source>
        <translation>被困、转移、失联等人数及其口径</translation>
    </message>
    <message>
        <source>Change the incident</source>
        <translation>更新事件</translation>
    </message>
    <message>
        <source>Level, status, commander and more</source>
        <translation>级别、状态、现场指挥官等</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>What the symbols mean, and which layers the map shows</source>
        <translation>符号图例与底图图层</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Find anything, or do it</source>
        <translation>查找任何对象或执行操作</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Bring in a table or a layer</source>
        <translation>导入表格或图层</translation>
    </message>
    <message>
        <source>Whose count holds</source>
        <translation>人数口径认定</translation>
    </message>
    <message>
        <source>Decide between counts that differ, or take a wrong one back</source>
        <translation>数字不一致时认定以谁为准，或撤回错报</translation>
    </message>
    <message>
        <source>Supplies in and out</source>
        <translation>物资出入库</translation>
    </message>
    <message>
        <source>Hand out, reserve, move, take in or count supplies of the selected depot</source>
        <translation>所选物资库的出库、预定、调拨、入库、盘点</translation>
    </message>
    <message>
        <source>Who sits here</source>
        <translation>本席值守人</translation>
    </message>
    <message>
        <source>The name and post under which this desk records</source>
        <translation>本席记录所署的姓名和岗位</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Plans, responses and their checklists</source>
        <translation>预案、应急响应与清单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>All orders, the late and refused ones first</source>
        <translation>全部派单，逾期和被拒的在前</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>拟派单</translation>
    </message>
    <message>
        <source>Write an order about what is selected</source>
        <translation>就所选对象拟一张派单</translation>
    </message>
    <message>
        <source>Call-out</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>Call out the persons responsible, and see who is not reached</source>
        <translation>叫应责任人，查看未回应名单</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Places that owe a report and have not given it</source>
        <translation>应报未报的地方</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Duty reports, directives, consultations, handover</source>
        <translation>值班报告、批示、会商、交接班</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Who moves, counted at house, junction and shelter</source>
        <translation>避险转移台账：出户、路口、安置点三道点名</translation>
    </message>
    <message>
        <source>Instructions and consultations</source>
        <translation>批示与会商</translation>
    </message>
    <message>
        <source>What leaders said word for word, and who met</source>
        <translation>批示原文与会商记录</translation>
    </message>
    <message>
        <source>Since you left</source>
        <translation>离岗期间</translation>
    </message>
    <message>
        <source>What has changed since you left the desk</source>
        <translation>离岗期间的变化</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Read, write and check the plans</source>
        <translation>查阅、编写和检查预案</translation>
    </message>
    <message>
        <source>Closures</source>
        <translation>封路</translation>
    </message>
    <message>
        <source>Roads that are closed or will be, and until when</source>
        <translation>已封闭和将封闭的道路及时段</translation>
    </message>
    <message>
        <source>First there</source>
        <translation>先到</translation>
    </message>
    <message>
        <source>Who can be first at what is selected, by road, and why</source>
        <translation>谁能最先沿路到达所选地点及理由</translation>
    </message>
    <message>
        <source>Reached in time</source>
        <translation>到达圈</translation>
    </message>
    <message>
        <source>What teams reach within minutes, and which villages nobody does</source>
        <translation>队伍几分钟内可到的范围，以及到不了的村</translation>
    </message>
    <message>
        <source>Close a road</source>
        <translation>封闭道路</translation>
    </message>
    <message>
        <source>Draw on the map where a road is closed</source>
        <translation>在地图上标绘封闭的道路</translation>
    </message>
    <message>
        <source>Play the forecast</source>
        <translation>播放预测</translation>
    </message>
    <message>
        <source>Its frames on the map, one after the other, and pause</source>
        <translation>在地图上逐帧播放预测，再按暂停</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>The forecast a frame earlier</source>
        <translation>预测退回一帧</translation>
    </message>
    <message>
        <source>Frame on</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>The forecast a frame later</source>
        <translation>预测前进一帧</translation>
    </message>
    <message>
        <source>Hide the forecast</source>
        <translation>隐藏预测</translation>
    </message>
    <message>
        <source>Take the forecast off the map</source>
        <translation>从地图上移除预测</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>What gauges call for, what a model says will happen, and what to do about it</source>
        <translation>监测达到的级别、模型推演的结果和应对措施</translation>
    </message>
    <message>
        <source>Print map…</source>
        <translation>打印地图…</translation>
    </message>
    <message>
        <source>The map as it stands, or the forecast, on paper</source>
        <translation>把当前地图或预报打印到纸上</translation>
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
</context>
<context>
    <name>fengsui::DirectivePage</name>
    <message>
        <source>Hide the words</source>
        <translation>隐藏内容</translation>
    </message>
    <message>
        <source>Show the words (restricted)</source>
        <translation>显示内容（受限）</translation>
    </message>
    <message>
        <source>Keep one …</source>
        <translation>登记……</translation>
    </message>
    <message>
        <source>Answer …</source>
        <translation>回报……</translation>
    </message>
    <message>
        <source>Which holds …</source>
        <translation>明确……</translation>
    </message>
    <message>
        <source>Record one …</source>
        <translation>登记……</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>acts: %1</source>
        <translation>主办：%1</translation>
    </message>
    <message>
        <source>helps: %1</source>
        <translation>协办：%1</translation>
    </message>
    <message>
        <source>sees to it: %1</source>
        <translation>督办：%1</translation>
    </message>
    <message>
        <source>answer by %1</source>
        <translation>%1 前回报</translation>
    </message>
    <message>
        <source>answered %1: “%2”</source>
        <translation>%1 已回报：“%2”</translation>
    </message>
    <message>
        <source>CONTRADICTS what %1 said</source>
        <translation>与%1的批示矛盾</translation>
    </message>
    <message>
        <source>decided: %1</source>
        <translation>已明确：%1</translation>
    </message>
    <message>
        <source>there: %1</source>
        <translation>参加：%1</translation>
    </message>
    <message>
        <source>where: %1</source>
        <translation>落区：%1</translation>
    </message>
    <message>
        <source>worst: %1</source>
        <translation>最强时段：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>most endangered: %1</source>
        <translation>风险排序：%1</translation>
    </message>
    <message>
        <source>signed: %1</source>
        <translation>签字：%1</translation>
    </message>
    <message numerus="yes">
        <source>INSTRUCTIONS · %n</source>
        <translation>
            <numerusform>批示 · %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not answered</source>
        <translation>
            <numerusform>%n 件未回报</numerusform>
        </translation>
    </message>
    <message>
        <source>contradictions: %1</source>
        <translation>矛盾 %1 处</translation>
    </message>
    <message>
        <source>No instruction was kept.</source>
        <translation>尚无批示。</translation>
    </message>
    <message>
        <source>The words are restricted. Show them where nobody looks over your shoulder; they hide by themselves after two minutes and when this page is left.</source>
        <translation>批示内容受限。确认无旁人后再显示；两分钟后或离开本页自动隐藏。</translation>
    </message>
    <message numerus="yes">
        <source>CONSULTATIONS · %n</source>
        <translation>
            <numerusform>会商 · %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No consultation was recorded.</source>
        <translation>尚无会商记录。</translation>
    </message>
    <message>
        <source>Answer to %1</source>
        <translation>向%1回报</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录（回车）</translation>
    </message>
    <message>
        <source>Two instructions do not go together</source>
        <translation>两条批示相互矛盾</translation>
    </message>
    <message>
        <source>Which holds, and who said so</source>
        <translation>以哪条为准、由谁明确</translation>
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
        <source>TEAMS · none are registered</source>
        <translation>队伍 · 尚未登记队伍</translation>
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
    <message>
        <source>How many are trapped, moved, missing … (P)</source>
        <translation>被困、转移、失联等人数 (P)</translation>
    </message>
    <message>
        <source>Level, status, commander and more (E)</source>
        <translation>级别、状态、现场指挥官等 (E)</translation>
    </message>
    <message>
        <source>The incident is over, or was none</source>
        <translation>事件结束或属误报</translation>
    </message>
    <message>
        <source>Whose count holds, what was recorded, and taking a wrong one back (H)</source>
        <translation>以谁的数字为准、报数记录、撤回错报（H）</translation>
    </message>
    <message>
        <source>Report an incident here</source>
        <translation>在此接报事件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>TEAMS · first there by road</source>
        <translation>队伍 · 按沿路到达先后</translation>
    </message>
    <message>
        <source>TEAMS · nearest in a straight line; roads are being read …</source>
        <translation>队伍 · 按直线距离；正在读取道路……</translation>
    </message>
    <message>
        <source>TEAMS · nearest first, in a straight line</source>
        <translation>队伍 · 按直线距离由近及远</translation>
    </message>
    <message>
        <source>Sooner: %1, there at %2</source>
        <translation>更早：%1，%2 可到</translation>
    </message>
    <message>
        <source>(must be asked)</source>
        <translation>（须商请）</translation>
    </message>
</context>
<context>
    <name>fengsui::DutyBoard</name>
    <message>
        <source>Duty desk</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Instructions and consultations</source>
        <translation>批示与会商</translation>
    </message>
    <message>
        <source>Since you left</source>
        <translation>离岗期间</translation>
    </message>
</context>
<context>
    <name>fengsui::DutyForm</name>
    <message>
        <source>No post is registered</source>
        <translation>尚未登记岗位</translation>
    </message>
    <message>
        <source>No person is registered who could take it</source>
        <translation>没有可接岗的登记人员</translation>
    </message>
    <message>
        <source>%1 takes over from %2 (Enter)</source>
        <translation>%1接替%2（回车）</translation>
    </message>
    <message>
        <source>%1 is on duty from now (Enter)</source>
        <translation>%1即时到岗（回车）</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who takes the duty of %1</source>
        <translation>由谁担任%1</translation>
    </message>
    <message>
        <source>Which duty %1 takes</source>
        <translation>%1担任哪个岗位</translation>
    </message>
</context>
<context>
    <name>fengsui::FigureForm</name>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Whose count</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>now; 1405 or 2026-07-20 14:05</source>
        <translation>现在；可填 1405 或 2026-07-20 14:05</translation>
    </message>
    <message>
        <source>town, police, health office …</source>
        <translation>乡镇、公安、卫健等</translation>
    </message>
    <message>
        <source>People at %1</source>
        <translation>%1：人员数字</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录 (回车)</translation>
    </message>
</context>
<context>
    <name>fengsui::FirstPage</name>
    <message>
        <source>any team</source>
        <translation>不限能力</translation>
    </message>
    <message>
        <source>Only teams that can do this</source>
        <translation>只列具备此能力的队伍</translation>
    </message>
    <message>
        <source>Show the team</source>
        <translation>查看队伍</translation>
    </message>
    <message>
        <source>Report an incident here</source>
        <translation>在此接报事件</translation>
    </message>
    <message>
        <source>Select something that has a place, or click on the map with the right button.</source>
        <translation>请选择有位置的对象，或在地图上点击右键。</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>%1报位置</translation>
    </message>
    <message>
        <source>at its base</source>
        <translation>在驻地</translation>
    </message>
    <message>
        <source>avoids %1</source>
        <translation>避开%1</translation>
    </message>
    <message>
        <source>no way open</source>
        <translation>无路可通</translation>
    </message>
    <message>
        <source>not reckoned</source>
        <translation>无法推算</translation>
    </message>
    <message>
        <source>No team can do this.</source>
        <translation>没有具备此能力的队伍。</translation>
    </message>
    <message>
        <source>The ways are being reckoned …</source>
        <translation>正在推算路线……</translation>
    </message>
    <message>
        <source>Can do: %1</source>
        <translation>能力：%1</translation>
    </message>
    <message>
        <source>Ask for %1, there at %2</source>
        <translation>商请%1，%2 可到</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>商请%1</translation>
    </message>
    <message>
        <source>Send %1, there at %2</source>
        <translation>派出%1，%2 可到</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>派出%1</translation>
    </message>
    <message>
        <source>Draft an order to %1 to go there (M)</source>
        <translation>拟派单令%1前往（M）</translation>
    </message>
</context>
<context>
    <name>fengsui::ForecastBoard</name>
    <message>
        <source>Look ahead</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Who is reached · %1</source>
        <translation>影响对象 · %1</translation>
    </message>
    <message>
        <source>Who is reached</source>
        <translation>影响对象</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>应对建议</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>推演预测</translation>
    </message>
</context>
<context>
    <name>fengsui::HandoverPage</name>
    <message>
        <source>You left at</source>
        <translation>离岗时间</translation>
    </message>
    <message>
        <source>20:00; empty: 8 h ago</source>
        <translation>20:00；不填为 8 小时前</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>查看变化</translation>
    </message>
    <message>
        <source>Nothing has changed since then.</source>
        <translation>其间没有变化。</translation>
    </message>
    <message>
        <source>SINCE %1 · %2 changes, %3 still open</source>
        <translation>自 %1 起 · 变化 %2 项，未了 %3 项</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>本人经手</translation>
    </message>
</context>
<context>
    <name>fengsui::HeadcountForm</name>
    <message>
        <source>came in</source>
        <translation>入住</translation>
    </message>
    <message>
        <source>left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>They</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>From / to</source>
        <translation>来自/去往</translation>
    </message>
    <message>
        <source>People in %1</source>
        <translation>%1：人员进出</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录 (回车)</translation>
    </message>
</context>
<context>
    <name>fengsui::HereCard</name>
    <message>
        <source>HERE · a click copies</source>
        <translation>此处 · 点击复制</translation>
    </message>
    <message>
        <source>Copy (%1)</source>
        <translation>复制（%1）</translation>
    </message>
    <message>
        <source>Report an incident here</source>
        <translation>在此接报事件</translation>
    </message>
    <message>
        <source>Who can be here first</source>
        <translation>谁能最先到这里</translation>
    </message>
</context>
<context>
    <name>fengsui::HitPage</name>
    <message>
        <source>All places</source>
        <translation>全部地点</translation>
    </message>
    <message>
        <source>Villages at risk</source>
        <translation>险村</translation>
    </message>
    <message>
        <source>Underpasses and ponding</source>
        <translation>下凹桥和积水点</translation>
    </message>
    <message>
        <source>Schools, hospitals, scenic areas …</source>
        <translation>学校、医院、景区等</translation>
    </message>
    <message>
        <source>Teams, depots, shelters</source>
        <translation>队伍、物资库、安置点</translation>
    </message>
    <message>
        <source>Roads with a name</source>
        <translation>有名称的道路</translation>
    </message>
    <message>
        <source>No forecast yet. Run one on the first page: it shows here who is reached, and when.</source>
        <translation>还没有预测。在第一页开始推演后，这里列出受影响的对象和时间。</translation>
    </message>
    <message>
        <source>Forecast of %1 until %2: %3 villages at risk (%4 registered), about %5 people in %6 buildings, %7 km².</source>
        <translation>%1 起报，至 %2：险村 %3 个（在册 %4 人），建筑 %6 栋约 %5 人，%7 平方公里。</translation>
    </message>
    <message>
        <source>Computed, not measured. %1</source>
        <translation>推算结果，非实测。%1</translation>
    </message>
    <message>
        <source>None of these is reached.</source>
        <translation>此类对象均未受影响。</translation>
    </message>
    <message>
        <source>Lifelines: power, water, hospitals, fuel, bridges …</source>
        <translation>生命线：供电、供水、医疗、燃料、桥梁等</translation>
    </message>
</context>
<context>
    <name>fengsui::HoverCard</name>
    <message>
        <source>Recorded %1</source>
        <translation>%1记录</translation>
    </message>
    <message>
        <source>%1 more here: click again</source>
        <translation>此处另有 %1 个，再次点击可选</translation>
    </message>
</context>
<context>
    <name>fengsui::ImportChoices</name>
    <message>
        <source>Choose a table or a layer</source>
        <translation>选择表格或图层</translation>
    </message>
    <message>
        <source>Tables and layers (%1)</source>
        <translation>表格和图层（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件（%1）</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>按文件所述</translation>
    </message>
    <message>
        <source>GCJ-02 (map apps)</source>
        <translation>GCJ-02（互联网地图）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>EPSG code</source>
        <translation>EPSG 编号</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件 …</translation>
    </message>
    <message>
        <source>or drop one on the window, or paste its path and press Enter</source>
        <translation>或将文件拖到窗口，或粘贴路径后按回车</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>请选择 …</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
</context>
<context>
    <name>fengsui::ImportModel</name>
    <message>
        <source>Changed here; the file is left as it is</source>
        <translation>已在此处修改，原文件不变</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changes something that is known</source>
        <translation>更新已有对象</translation>
    </message>
    <message>
        <source>Known, and just as it is here</source>
        <translation>已有，内容一致</translation>
    </message>
</context>
<context>
    <name>fengsui::ImportPanel</name>
    <message>
        <source>%1 is being read …</source>
        <translation>正在读取 %1 …</translation>
    </message>
    <message>
        <source>Drop a table or a layer on the window, or choose a file.
CSV, Excel, ODS, GeoJSON, Shapefile, KML, GPX, GeoPackage</source>
        <translation>请将表格或图层拖到窗口，或选择文件。
支持 CSV、Excel、ODS、GeoJSON、Shapefile、KML、GPX、GeoPackage</translation>
    </message>
    <message>
        <source>Leave out the faulty row</source>
        <translation>跳过有错误的 1 行</translation>
    </message>
    <message>
        <source>Leave out the %1 faulty rows</source>
        <translation>跳过有错误的 %1 行</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入 …</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Only rows with faults</source>
        <translation>只看有错误的行</translation>
    </message>
    <message>
        <source>Take back the mending (Ctrl+Z)</source>
        <translation>撤销修正（Ctrl+Z）</translation>
    </message>
    <message>
        <source>! %1 faulty</source>
        <translation>! 错误 %1 行</translation>
    </message>
    <message>
        <source>Go back to now to import</source>
        <translation>返回当前后才能导入</translation>
    </message>
</context>
<context>
    <name>fengsui::IncidentForm</name>
    <message>
        <source>not set</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
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
        <source>Lead department</source>
        <translation>牵头部门</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>现场指挥官</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Change what is known</source>
        <translation>更新事件情况</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录 (回车)</translation>
    </message>
</context>
<context>
    <name>fengsui::InlineForm</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
</context>
<context>
    <name>fengsui::InstructionForm</name>
    <message>
        <source>Word for word</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Who instructs</source>
        <translation>批示领导</translation>
    </message>
    <message>
        <source>How</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>19:40; empty: now</source>
        <translation>19:40；不填为当前</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Who helps</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Minutes until the answer</source>
        <translation>回报时限（分钟）</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>与之矛盾</translation>
    </message>
    <message>
        <source>A leader&apos;s instruction, word for word</source>
        <translation>登记批示原文</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>登记（回车）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>fengsui::LayerPanel</name>
    <message>
        <source>MAP</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Live objects</source>
        <translation>实时对象</translation>
    </message>
    <message>
        <source>Incident, by level</source>
        <translation>事件（按级别）</translation>
    </message>
    <message>
        <source>level not set</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>Team, by status</source>
        <translation>队伍（按状态）</translation>
    </message>
    <message>
        <source>commanded by others: must be asked</source>
        <translation>非本级指挥，须商请</translation>
    </message>
    <message>
        <source>Shelter, filled by occupants</source>
        <translation>安置点（填充示入住）</translation>
    </message>
    <message>
        <source>open, empty</source>
        <translation>已启用，无人</translation>
    </message>
    <message>
        <source>open, half full</source>
        <translation>已启用，半满</translation>
    </message>
    <message>
        <source>open, full</source>
        <translation>已启用，已满</translation>
    </message>
    <message>
        <source>Risk zone, by colour</source>
        <translation>风险区（按颜色）</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>is being opened …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Estimated, not observed</source>
        <translation>估计，未经观测</translation>
    </message>
    <message>
        <source>Not heard of for long</source>
        <translation>久未报告位置</translation>
    </message>
    <message>
        <source>Exercise, not real</source>
        <translation>演练，非真实</translation>
    </message>
    <message>
        <source>Road that is closed</source>
        <translation>封闭道路</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>现已封闭</translation>
    </message>
    <message>
        <source>closed later</source>
        <translation>将封闭</translation>
    </message>
</context>
<context>
    <name>fengsui::LedgerBoard</name>
    <message>
        <source>People who move</source>
        <translation>避险转移台账</translation>
    </message>
    <message>
        <source>Counted in persons at the house, at the junction and at the shelter. Names of households are shown here only.</source>
        <translation>按人数在出户、路口、安置点三道点名。户主姓名仅在此显示。</translation>
    </message>
    <message>
        <source>to move</source>
        <translation>应转</translation>
    </message>
    <message>
        <source>left the house</source>
        <translation>出户</translation>
    </message>
    <message>
        <source>at the junction</source>
        <translation>过路口</translation>
    </message>
    <message>
        <source>at the shelter</source>
        <translation>到安置点</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Left the house</source>
        <translation>已出户</translation>
    </message>
    <message>
        <source>At the junction</source>
        <translation>已过路口</translation>
    </message>
    <message>
        <source>At the shelter</source>
        <translation>已到安置点</translation>
    </message>
    <message>
        <source>With relatives …</source>
        <translation>投亲靠友……</translation>
    </message>
    <message>
        <source>Not in the village</source>
        <translation>外出不在村</translation>
    </message>
    <message>
        <source>Refuses …</source>
        <translation>拒转……</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>擅自返回</translation>
    </message>
    <message>
        <source>The ledger is empty. Import the households from a table: I.</source>
        <translation>台账为空。请从表格导入住户：I。</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>已到 %1 / %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>counts differ</source>
        <translation>三数不一</translation>
    </message>
    <message>
        <source>Everybody who has to be is where he should be, and the counts agree.</source>
        <translation>应转人员全部到位，三数一致。</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2人，%3）</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>未到：%1</translation>
    </message>
    <message>
        <source>The counts differ: %1 left the house, %2 arrived.</source>
        <translation>三数不一：出户 %1，到点 %2。</translation>
    </message>
    <message>
        <source>helped by %1</source>
        <translation>帮扶人 %1</translation>
    </message>
    <message>
        <source>house %1 · junction %2 · shelter %3</source>
        <translation>出户 %1 · 路口 %2 · 到点 %3</translation>
    </message>
    <message>
        <source>%1 refuses to move</source>
        <translation>%1拒转</translation>
    </message>
    <message>
        <source>%1 is with relatives</source>
        <translation>%1投亲靠友</translation>
    </message>
    <message>
        <source>Who signed, what was said</source>
        <translation>签字人或本人说法</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>去处</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录（回车）</translation>
    </message>
</context>
<context>
    <name>fengsui::LiveBoard</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
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
    <name>fengsui::MapPrintForm</name>
    <message>
        <source>the map with the moment that it shows</source>
        <translation>当前画面（含所示时刻的预报）</translation>
    </message>
    <message>
        <source>the greatest value at each place, and who is hit when</source>
        <translation>各处最大值，附受影响对象与时间</translation>
    </message>
    <message>
        <source>the forecast in six small maps, and who is hit when</source>
        <translation>预报序列（六幅小图），附受影响对象与时间</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A4 portrait</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>A3 portrait</source>
        <translation>A3 纵向</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>in greys with hatching, for copiers and fax</source>
        <translation>黑白加斜纹，适合复印和传真</translation>
    </message>
    <message>
        <source>open it, to send it to a printer</source>
        <translation>打开，以便送打印机</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>完成后</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Print (Enter)</source>
        <translation>打印（Enter）</translation>
    </message>
</context>
<context>
    <name>fengsui::MapPrinter</name>
    <message>
        <source>the map did not answer in time</source>
        <translation>底图未及时返回</translation>
    </message>
    <message>
        <source>this station has none</source>
        <translation>本站没有底图</translation>
    </message>
    <message>
        <source>it is still being opened</source>
        <translation>底图正在打开</translation>
    </message>
</context>
<context>
    <name>fengsui::MappingHead</name>
    <message>
        <source>guessed</source>
        <translation>推测</translation>
    </message>
</context>
<context>
    <name>fengsui::ModulePage</name>
    <message>
        <source>cannot be used</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>There are no modules in %1.</source>
        <translation>%1 中没有模块。</translation>
    </message>
</context>
<context>
    <name>fengsui::NewIncidentForm</name>
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
        <source>Report an incident</source>
        <translation>接报事件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1%2</translation>
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
    <name>fengsui::OrderBoard</name>
    <message>
        <source>open %1</source>
        <translation>未办结 %1</translation>
    </message>
    <message>
        <source>unanswered %1</source>
        <translation>未答复 %1</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>被拒 %1</translation>
    </message>
    <message>
        <source>drafts %1</source>
        <translation>草稿 %1</translation>
    </message>
    <message>
        <source>first answer after %1, median</source>
        <translation>首次答复中位用时 %1</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>No order has been written. N writes one; B shows the checklists.</source>
        <translation>还没有派单。按 N 拟单；按 B 查看清单。</translation>
    </message>
    <message numerus="yes">
        <source>None of %n orders.</source>
        <translation>
            <numerusform>共 %n 张派单，均不在此列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches. Esc shows all.</source>
        <translation>没有符合的。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>Write a new order …</source>
        <translation>拟一张派单……</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>number, addressee, state, words</source>
        <translation>单号、受令方、状态、关键词</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>late, refused</source>
        <translation>逾期、被拒</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>fengsui::OrderForm</name>
    <message>
        <source>…</source>
        <translation>……</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1等，另 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as a draft to %1 (Enter)</source>
        <translation>存为草稿：%1（Enter）</translation>
    </message>
    <message>
        <source>Sign and issue to %1 (Enter)</source>
        <translation>签发给%1（Enter）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>To</source>
        <translation>受令方</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Safety officer</source>
        <translation>安全员</translation>
    </message>
    <message>
        <source>Minutes to the front</source>
        <translation>距前锋（分钟）</translation>
    </message>
    <message>
        <source>Lookout</source>
        <translation>观察哨</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>撤离路线</translation>
    </message>
    <message>
        <source>Safe zone</source>
        <translation>安全区</translation>
    </message>
    <message>
        <source>Signal to leave</source>
        <translation>撤离信号</translation>
    </message>
    <message>
        <source>Goes all the same</source>
        <translation>放行理由</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>post, team, place or organisation; several make a copy for each</source>
        <translation>岗位、队伍、地方或单位；多个则各一份</translation>
    </message>
    <message>
        <source>number of people, photo …</source>
        <translation>人数、照片……</translation>
    </message>
    <message>
        <source>the reason, for which you answer</source>
        <translation>写明理由，由您负责</translation>
    </message>
    <message>
        <source>nobody: stays a draft</source>
        <translation>不填则存为草稿</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>拟派单</translation>
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
        <source>Enter: take it into the report</source>
        <translation>回车：填入接报</translation>
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
        <source>Enter: its levels and which hold</source>
        <translation>回车：看各级及是否达到条件</translation>
    </message>
    <message>
        <source>Enter: its text</source>
        <translation>回车：看预案原文</translation>
    </message>
    <message>
        <source>Shift+Enter: its text</source>
        <translation>Shift+回车：看预案原文</translation>
    </message>
</context>
<context>
    <name>fengsui::PlanBoard</name>
    <message numerus="yes">
        <source>%n plans</source>
        <translation>
            <numerusform>%n 份预案</numerusform>
        </translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>F6 next part, F8 next fault, Ctrl+S save</source>
        <translation>F6 换栏，F8 下一处问题，Ctrl+S 保存</translation>
    </message>
    <message>
        <source>A new plan: it is kept as a draft until it is saved.</source>
        <translation>新预案：保存之前作为草稿保留。</translation>
    </message>
    <message>
        <source>%1, of this station.</source>
        <translation>%1，本站预案。</translation>
    </message>
    <message>
        <source>%1, came with Fengsui and stays as it is.</source>
        <translation>%1，随烽燧提供，原件不改。</translation>
    </message>
    <message>
        <source>Your changes are kept as a draft until they are saved.</source>
        <translation>改动在保存之前作为草稿保留。</translation>
    </message>
    <message>
        <source>Changes are saved as a new edition of the station.</source>
        <translation>改动另存为本站的新版次。</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>To be mended before it can be saved: %1</source>
        <translation>还有 %1 处错误，改正后方可保存</translation>
    </message>
    <message>
        <source>Save the mended file (Ctrl+S)</source>
        <translation>保存修复后的文件（Ctrl+S）</translation>
    </message>
    <message>
        <source>Save as edition %1 (Ctrl+S)</source>
        <translation>存为 %1 版（Ctrl+S）</translation>
    </message>
    <message>
        <source>Bring back what was discarded</source>
        <translation>恢复已放弃的改动</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>New plan from this one</source>
        <translation>以此新建预案</translation>
    </message>
    <message>
        <source>files that cannot be used: %1</source>
        <translation>%1 个文件不可用</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>fengsui::PlanFaults</name>
    <message>
        <source>Errors: %1</source>
        <translation>错误 %1 处</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>提醒 %1 条</translation>
    </message>
    <message>
        <source>Warnings: %1; it can be used</source>
        <translation>提醒 %1 条，不妨碍使用</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
</context>
<context>
    <name>fengsui::PlanList</name>
    <message>
        <source>new, not saved</source>
        <translation>新建，未保存</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>修改中</translation>
    </message>
    <message>
        <source>older edition</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>one for each row of a table</source>
        <translation>按表逐行生成</translation>
    </message>
    <message numerus="yes">
        <source>%n levels</source>
        <translation>
            <numerusform>%n 级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Of this station</source>
        <translation>本站预案</translation>
    </message>
    <message>
        <source>Came with Fengsui</source>
        <translation>随烽燧提供</translation>
    </message>
    <message>
        <source>Reading the plans …</source>
        <translation>正在读取预案……</translation>
    </message>
    <message>
        <source>Nothing matches. Esc shows all plans.</source>
        <translation>没有符合的预案。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>title, id, edition, file</source>
        <translation>名称、编号、版次、文件</translation>
    </message>
</context>
<context>
    <name>fengsui::PlanPreview</name>
    <message>
        <source>all levels</source>
        <translation>各级</translation>
    </message>
    <message>
        <source>Nothing is saved yet to compare with.</source>
        <translation>尚无已保存的版次可比。</translation>
    </message>
    <message>
        <source>It says the same as edition %1.</source>
        <translation>与 %1 版内容相同。</translation>
    </message>
    <message>
        <source>Mend the errors first.</source>
        <translation>请先改正错误。</translation>
    </message>
    <message>
        <source>Changes since edition %1: %2</source>
        <translation>较 %1 版改动 %2 处</translation>
    </message>
    <message>
        <source>Mend the errors to see it.</source>
        <translation>改正错误后显示。</translation>
    </message>
    <message>
        <source>No line of this plan is for a post.</source>
        <translation>本预案没有由岗位承办的条目。</translation>
    </message>
    <message>
        <source>At this level the post has nothing to do.</source>
        <translation>该岗位在这一级别没有任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was before the errors.</source>
        <translation>以下为出错之前的内容。</translation>
    </message>
    <message>
        <source>Post card</source>
        <translation>岗位指令卡</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Whose card</source>
        <translation>谁的指令卡</translation>
    </message>
    <message>
        <source>At which level</source>
        <translation>哪一级</translation>
    </message>
</context>
<context>
    <name>fengsui::RatesView</name>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 since the signature</source>
        <translation>签发后 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>goal met</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>%1 % in time</source>
        <translation>时限内 %1%</translation>
    </message>
    <message>
        <source>Goal %1 % in %2</source>
        <translation>目标 %2内 %1%</translation>
    </message>
</context>
<context>
    <name>fengsui::ReachPage</name>
    <message>
        <source>From the selected teams</source>
        <translation>从所选队伍出发</translation>
    </message>
    <message>
        <source>From all free teams of our own</source>
        <translation>从本级所有空闲队伍出发</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>从%1出发</translation>
    </message>
    <message>
        <source>From a place: select one first</source>
        <translation>从某地出发：请先选择地点</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>%1内</translation>
    </message>
    <message>
        <source>%1 teams</source>
        <translation>%1 支队伍</translation>
    </message>
    <message>
        <source>first there: %1</source>
        <translation>最先到达：%1</translation>
    </message>
    <message>
        <source>no way open</source>
        <translation>无路可通</translation>
    </message>
    <message>
        <source>nobody can come by road</source>
        <translation>没有队伍能沿路到达</translation>
    </message>
    <message>
        <source>Within %1: %2 of %3 places, %4 of %5 people.</source>
        <translation>%1内可到 %3 处中的 %2 处，%5 人中的 %4 人。</translation>
    </message>
    <message>
        <source>Within %1: %2 of %3 places.</source>
        <translation>%1内可到 %3 处中的 %2 处。</translation>
    </message>
    <message>
        <source>NOT REACHED IN TIME · %1, most people first</source>
        <translation>超时未覆盖 · %1 处，人多者在前</translation>
    </message>
    <message>
        <source>Nobody to set out from here: select teams on the map or in the list.</source>
        <translation>没有出发的队伍：请在地图或列表中选择队伍。</translation>
    </message>
    <message>
        <source>The ways are being reckoned …</source>
        <translation>正在推算路线……</translation>
    </message>
    <message>
        <source>No village or zone is registered. Import the list from a table: I.</source>
        <translation>尚未登记村或风险区。按 I 键从表格导入。</translation>
    </message>
    <message>
        <source>Every village and zone that is registered is reached in time.</source>
        <translation>所有已登记的村和风险区均可按时到达。</translation>
    </message>
    <message>
        <source>From %1 at %2 · × not within %3</source>
        <translation>从%1出发，%2 起 · × 为 %3内到不了</translation>
    </message>
</context>
<context>
    <name>fengsui::ReceiptForm</name>
    <message>
        <source>where the photo is, or who has it</source>
        <translation>照片在哪里、谁有</translation>
    </message>
    <message>
        <source>who signed</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Who instead</source>
        <translation>改派给</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>In which words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>post, team or organisation; several split it</source>
        <translation>岗位、队伍或单位；多个则拆分</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Skip this line (Enter)</source>
        <translation>跳过此项（Enter）</translation>
    </message>
    <message>
        <source>%1 refused (Enter)</source>
        <translation>记%1拒绝（Enter）</translation>
    </message>
    <message>
        <source>This line is done (Enter)</source>
        <translation>此项办结（Enter）</translation>
    </message>
    <message>
        <source>%1 has done it (Enter)</source>
        <translation>记%1办结（Enter）</translation>
    </message>
    <message>
        <source>Send it back to %1 (Enter)</source>
        <translation>退回%1重办（Enter）</translation>
    </message>
    <message>
        <source>Seen that it is done (Enter)</source>
        <translation>核验通过（Enter）</translation>
    </message>
    <message>
        <source>%1 was not reached (Enter)</source>
        <translation>记%1未联系上（Enter）</translation>
    </message>
    <message>
        <source>Take %1 back from everybody (Enter)</source>
        <translation>向各受令方撤回%1（Enter）</translation>
    </message>
    <message>
        <source>Sign and give it to others (Enter)</source>
        <translation>签发并改派（Enter）</translation>
    </message>
</context>
<context>
    <name>fengsui::ReportPage</name>
    <message>
        <source>Compose %1, %2</source>
        <translation>拟%1（%2）</translation>
    </message>
    <message>
        <source>Compose %1</source>
        <translation>拟%1</translation>
    </message>
    <message>
        <source>Save the words</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No incident was reported.</source>
        <translation>尚无事件。</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>Nothing was reported about it, and nothing is due.</source>
        <translation>尚未报告，也无待报事项。</translation>
    </message>
    <message>
        <source>not written · C composes it</source>
        <translation>未编写 · 按 C 编写</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>拟稿</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>sent to %1, received by %2</source>
        <translation>已报 %1 家，签收 %2 家</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>待报送</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>待签发</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>no level yet</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>%1: %2. No rule speaks of the figures that are known.</source>
        <translation>%1：%2。已知数字未达到任何分级标准。</translation>
    </message>
    <message>
        <source>%1: %2. By rule: %3</source>
        <translation>%1：%2。按标准建议：%3</translation>
    </message>
    <message>
        <source>What you typed is not saved yet; it is kept should the program end.</source>
        <translation>修改尚未保存；程序意外退出也不会丢失。</translation>
    </message>
    <message>
        <source>Choose a report, or compose the one that is due.</source>
        <translation>请选择报告，或编写待报报告。</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>%1 报送</translation>
    </message>
    <message>
        <source>received %1 by %2</source>
        <translation>%1 %2 签收</translation>
    </message>
    <message>
        <source>Received by …</source>
        <translation>签收……</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已报送</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1签收</translation>
    </message>
    <message>
        <source>Who took it</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录（回车）</translation>
    </message>
</context>
<context>
    <name>fengsui::ResponseBoard</name>
    <message>
        <source>Plans, and what holds now</source>
        <translation>预案与启动条件</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>%1签批</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n arrived</source>
        <translation>
            <numerusform>已到 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 lines are over</source>
        <translation>已了结 %1/%2</translation>
    </message>
    <message>
        <source>%1 to do</source>
        <translation>待办 %1</translation>
    </message>
    <message>
        <source>%1 late or refused</source>
        <translation>逾期或被拒 %1</translation>
    </message>
    <message>
        <source>Nothing matches. Esc shows all lines.</source>
        <translation>没有符合的。按 Esc 显示全部清单项。</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选办</translation>
    </message>
    <message>
        <source>Somebody has arrived …</source>
        <translation>登记到场……</translation>
    </message>
    <message>
        <source>Raise or lower …</source>
        <translation>调整级别……</translation>
    </message>
    <message>
        <source>A condition of the end holds …</source>
        <translation>终止条件落实……</translation>
    </message>
    <message>
        <source>End it …</source>
        <translation>终止响应……</translation>
    </message>
    <message>
        <source>no criteria in the plan: people decide</source>
        <translation>预案未设条件，由人决定</translation>
    </message>
    <message>
        <source>Files that cannot be used</source>
        <translation>无法使用的文件</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message numerus="yes">
        <source>%n levels whose criteria hold now</source>
        <translation>
            <numerusform>现有 %n 个级别达到启动条件</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the plans …</source>
        <translation>正在读取预案……</translation>
    </message>
    <message>
        <source>Reading the plans …</source>
        <translation>正在读取预案……</translation>
    </message>
    <message>
        <source>No plans are there. Put plan files into the folder NAME.plans beside the station.</source>
        <translation>没有预案。请把预案文件放入站点旁的 NAME.plans 文件夹。</translation>
    </message>
    <message>
        <source>Nothing matches. Esc shows all plans.</source>
        <translation>没有符合的。按 Esc 显示全部预案。</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>For the end</source>
        <translation>终止条件</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Activate %1 …</source>
        <translation>启动%1……</translation>
    </message>
    <message>
        <source>Propose …</source>
        <translation>建议启动……</translation>
    </message>
    <message>
        <source>Not activate …</source>
        <translation>不启动……</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>此文件无法使用</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另有</translation>
    </message>
    <message numerus="yes">
        <source>%n more faults</source>
        <translation>
            <numerusform>另有 %n 处错误</numerusform>
        </translation>
    </message>
    <message>
        <source>owner, state, words, number</source>
        <translation>主责、状态、关键词、单号</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>late, refused</source>
        <translation>逾期、被拒</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>by phase</source>
        <translation>按阶段</translation>
    </message>
    <message>
        <source>by urgency</source>
        <translation>按缓急</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>fengsui::ResponseForm</name>
    <message>
        <source>none in particular</source>
        <translation>不针对具体事件</translation>
    </message>
    <message>
        <source>New level</source>
        <translation>新级别</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Says who, and how</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Propose %1 (Enter)</source>
        <translation>建议启动%1（Enter）</translation>
    </message>
    <message>
        <source>Signed: activate %1 with its checklist (Enter)</source>
        <translation>已签批：启动%1并生成清单（Enter）</translation>
    </message>
    <message>
        <source>Record that %1 is not activated (Enter)</source>
        <translation>记录不启动%1（Enter）</translation>
    </message>
    <message>
        <source>Change the level (Enter)</source>
        <translation>调整级别（Enter）</translation>
    </message>
    <message>
        <source>Approved: end the response (Enter)</source>
        <translation>已批准：终止响应（Enter）</translation>
    </message>
    <message>
        <source>Has arrived now (Enter)</source>
        <translation>现已到场（Enter）</translation>
    </message>
    <message>
        <source>This condition holds (Enter)</source>
        <translation>此条件已落实（Enter）</translation>
    </message>
</context>
<context>
    <name>fengsui::RoadBoard</name>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Who is there first</source>
        <translation>谁先到</translation>
    </message>
    <message>
        <source>Reached in time</source>
        <translation>到达圈</translation>
    </message>
</context>
<context>
    <name>fengsui::ScenarioForm</name>
    <message>
        <source>Fewer settings</source>
        <translation>仅常用设置</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>取地图范围</translation>
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
    <name>fengsui::SeatButton</name>
    <message>
        <source>Who sits here: %1. Every entry of this desk says so; click to change it (W)</source>
        <translation>本席：%1。记录均署此名，点击更改（W）</translation>
    </message>
    <message>
        <source>Who sits here: %1</source>
        <translation>本席：%1</translation>
    </message>
</context>
<context>
    <name>fengsui::SeatForm</name>
    <message>
        <source>no post</source>
        <translation>无岗位</translation>
    </message>
    <message>
        <source>Say a name or a post</source>
        <translation>请填写姓名或岗位</translation>
    </message>
    <message>
        <source>Record as “%1” (Enter)</source>
        <translation>以“%1”记录（回车）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Who sits here? Every entry of this desk says so.</source>
        <translation>本席由谁值守？此后的记录均署此名。</translation>
    </message>
</context>
<context>
    <name>fengsui::SilentBoard</name>
    <message>
        <source>Silent places</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>A place that owes a report and gives none counts as gravely hit until it is heard of.</source>
        <translation>应报未报的地方，在联系上之前按重灾对待。</translation>
    </message>
    <message>
        <source>Was heard of … (K)</source>
        <translation>已联系上……（K）</translation>
    </message>
    <message>
        <source>Paper list …</source>
        <translation>纸质名单……</translation>
    </message>
    <message>
        <source>One line for each place, with the time when it was really heard of: 上庄村 19:40 路面过水</source>
        <translation>每个地方一行，写真实联系时间：上庄村 19:40 路面过水</translation>
    </message>
    <message>
        <source>Enter the list</source>
        <translation>录入名单</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>已失联 %1</translation>
    </message>
    <message>
        <source>last heard of %1</source>
        <translation>最近联系 %1</translation>
    </message>
    <message>
        <source>last heard of %1 by %2</source>
        <translation>最近联系 %1（%2）</translation>
    </message>
    <message>
        <source>: “%1”</source>
        <translation>：“%1”</translation>
    </message>
    <message>
        <source>never heard of since it owes reports, %1</source>
        <translation>自 %1 列入点名后从未联系上</translation>
    </message>
    <message>
        <source>SILENT · %1 places, %2 people</source>
        <translation>失联 · %1 处，%2 人</translation>
    </message>
    <message>
        <source>No place owes reports yet. A response puts places on this list, and so does: fengsuictl contact owe</source>
        <translation>尚无应报对象。启动响应或用 fengsuictl contact owe 列入点名。</translation>
    </message>
    <message>
        <source>Every place that owes a report has been heard of.</source>
        <translation>应报对象均已联系上。</translation>
    </message>
    <message>
        <source>HEARD OF · %1, who is due next first</source>
        <translation>已联系 · %1，下次应报早者在前</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>应报 %1</translation>
    </message>
    <message>
        <source>Show the team</source>
        <translation>查看队伍</translation>
    </message>
    <message>
        <source>Draft an order to go there (M)</source>
        <translation>拟派单前往核实（M）</translation>
    </message>
    <message>
        <source>Choose a place to see whom one could send there.</source>
        <translation>请选择地方，查看可派队伍。</translation>
    </message>
    <message>
        <source>Where %1 lies is not known.</source>
        <translation>%1位置不明。</translation>
    </message>
    <message>
        <source>No team is free.</source>
        <translation>无空闲队伍。</translation>
    </message>
    <message>
        <source>Send to %1: %2, %3</source>
        <translation>派往%1：%2，%3</translation>
    </message>
    <message>
        <source>Ask for %2 to go to %1, %3</source>
        <translation>商请%2前往%1，%3</translation>
    </message>
    <message>
        <source>%1 away in a straight line</source>
        <translation>直线距离 %1</translation>
    </message>
</context>
<context>
    <name>fengsui::StockForm</name>
    <message>
        <source>%1 (%2 reserved)</source>
        <translation>%1（已预定%2）</translation>
    </message>
    <message>
        <source>something new …</source>
        <translation>新物资…</translation>
    </message>
    <message>
        <source>how many %1</source>
        <translation>多少%1</translation>
    </message>
    <message>
        <source>how much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录（回车）</translation>
    </message>
    <message>
        <source>Only %1 are reserved</source>
        <translation>已预定的只有%1</translation>
    </message>
    <message>
        <source>Only %1 are free</source>
        <translation>可用的只有%1</translation>
    </message>
    <message>
        <source>Hand out %1 for %2: %3 stay (Enter)</source>
        <translation>为%2出库%1，余%3（回车）</translation>
    </message>
    <message>
        <source>Reserve %1 for %2: %3 stay free (Enter)</source>
        <translation>为%2预定%1，可用余%3（回车）</translation>
    </message>
    <message>
        <source>Release %1: %2 are free again (Enter)</source>
        <translation>解除预定%1，可用%2（回车）</translation>
    </message>
    <message>
        <source>Move %1 to %2: %3 stay (Enter)</source>
        <translation>调拨%1至%2，余%3（回车）</translation>
    </message>
    <message>
        <source>Take in %1: then %2 (Enter)</source>
        <translation>入库%1，合计%2（回车）</translation>
    </message>
    <message>
        <source>%1 counted, as on the books (Enter)</source>
        <translation>盘点%1，与账面一致（回车）</translation>
    </message>
    <message>
        <source>%1 counted, instead of %2 (Enter)</source>
        <translation>盘点%1，账面为%2（回车）</translation>
    </message>
    <message>
        <source>goes out for an incident</source>
        <translation>为事件出库</translation>
    </message>
    <message>
        <source>is reserved for an incident</source>
        <translation>为事件预定</translation>
    </message>
    <message>
        <source>moves to another depot</source>
        <translation>调拨到其他库</translation>
    </message>
    <message>
        <source>came in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>was counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>goes out of what was reserved</source>
        <translation>从已预定数中出库</translation>
    </message>
    <message>
        <source>is reserved no longer</source>
        <translation>解除预定</translation>
    </message>
    <message>
        <source>It</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>To depot</source>
        <translation>调入库</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>piece, box, t …</source>
        <translation>件、箱、吨……</translation>
    </message>
    <message>
        <source>who delivered it</source>
        <translation>由谁送达</translation>
    </message>
    <message>
        <source>Supplies of %1</source>
        <translation>%1：物资</translation>
    </message>
</context>
<context>
    <name>fengsui::ThingList</name>
    <message>
        <source>INCIDENTS</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>TEAMS</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>DEPOTS</source>
        <translation>物资库</translation>
    </message>
    <message>
        <source>SHELTERS</source>
        <translation>安置点</translation>
    </message>
    <message>
        <source>RISK ZONES</source>
        <translation>风险区</translation>
    </message>
    <message>
        <source>FACILITIES</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 在办</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>空闲 %1</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Esc shows all.</source>
        <translation>没有与“%1”相符的。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>No incident. Press R and click on the map to report one.</source>
        <translation>暂无事件。按 R 键后点击地图接报。</translation>
    </message>
    <message>
        <source>No incident had been reported at this moment.</source>
        <translation>此刻尚未接报任何事件。</translation>
    </message>
    <message>
        <source>None are registered. Import the list from a table: I.</source>
        <translation>尚未登记。按 I 键从表格导入。</translation>
    </message>
    <message>
        <source>gravest first</source>
        <translation>重大优先</translation>
    </message>
    <message>
        <source>free first</source>
        <translation>空闲优先</translation>
    </message>
    <message>
        <source>open first</source>
        <translation>已启用优先</translation>
    </message>
    <message>
        <source>highest tier</source>
        <translation>级别优先</translation>
    </message>
    <message>
        <source>highest risk</source>
        <translation>高风险优先</translation>
    </message>
    <message>
        <source>by kind</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>由近及远</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>The order of the list. Nearest: to the selected incident.</source>
        <translation>列表排序。最近：以所选事件为准。</translation>
    </message>
    <message>
        <source>name, town or item</source>
        <translation>名称、乡镇或物资</translation>
    </message>
    <message>
        <source>name, town, state …</source>
        <translation>名称、乡镇、状态…</translation>
    </message>
    <message>
        <source>%1 open</source>
        <comment>shelters</comment>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>CLOSED ROADS</source>
        <translation>封闭道路</translation>
    </message>
    <message>
        <source>%1 closed now</source>
        <translation>现封闭 %1</translation>
    </message>
    <message>
        <source>No road is closed. Press X and draw on the map to close one.</source>
        <translation>暂无封闭道路。按 X 键在地图上标绘。</translation>
    </message>
    <message>
        <source>No road was closed at this moment.</source>
        <translation>此刻没有封闭的道路。</translation>
    </message>
    <message>
        <source>closed first</source>
        <translation>封闭中优先</translation>
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
    <message>
        <source>Drag before now to look back, after now to see what is forecast; the space bar plays</source>
        <translation>在现在之前拖动可回看，在现在之后拖动可看预测；空格键播放</translation>
    </message>
    <message>
        <source>%1 min/s</source>
        <translation>%1 分钟/秒</translation>
    </message>
    <message>
        <source>How much of the forecast goes by in a second</source>
        <translation>每秒播放多长的预测</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play the forecast on the map (space bar)</source>
        <translation>在地图上播放预测（空格键）</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
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
    <message>
        <source>late %1</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>下一到达 %1</translation>
    </message>
    <message>
        <source>shelters too full %1</source>
        <translation>超员安置点 %1</translation>
    </message>
    <message>
        <source>orders %1</source>
        <translation>派单 %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>被拒 %1</translation>
    </message>
    <message>
        <source>teams asked, no answer %1</source>
        <translation>商请队伍未答复 %1</translation>
    </message>
    <message>
        <source>teams late %1</source>
        <translation>队伍逾期 %1</translation>
    </message>
</context>
<context>
    <name>fengsui::WarningForm</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>the bureau&apos;s word: rainstorm, flash flood …</source>
        <translation>如：暴雨、山洪灾害……</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>14:05; empty: now</source>
        <translation>14:05；不填为当前</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>20:00; empty: until it is lifted</source>
        <translation>20:00；不填至解除为止</translation>
    </message>
    <message>
        <source>Towns</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>empty: the whole district</source>
        <translation>不填为全区</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>A warning was issued</source>
        <translation>登记预警</translation>
    </message>
    <message>
        <source>Record (Enter)</source>
        <translation>记录（回车）</translation>
    </message>
</context>
</TS>
