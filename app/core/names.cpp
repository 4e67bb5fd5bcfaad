// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/names.h"

namespace fengsui {
namespace {

// Event codes of the public warning standard (GB/T 35965) are carried by the warning, not by these kinds.
constexpr Word kIncidentKinds[] = {
    {"flood", "flood", "洪水", "洪涝|河道洪水"},
    {"waterlogging", "waterlogging", "内涝", "积水|城市内涝"},
    {"flashFlood", "flash flood", "山洪", "山洪灾害"},
    {"geological", "geological hazard", "地质灾害", "滑坡|泥石流|崩塌|塌方|地灾"},
    // What is first known of a fire; a forest's or a building's once somebody has said so.
    {"fire", "fire", "火情", "火灾|火警|着火|失火"},
    {"forestFire", "forest fire", "森林火灾", "林火|森林火情|山火"},
    {"structureFire", "building fire", "建筑火灾", "房屋火灾|城镇火灾"},
    {"earthquake", "earthquake", "地震", "有感地震"},
    {"hazmat", "hazardous chemical accident", "危险化学品事故", "危化品|危化品事故|泄漏|危化品泄漏"},
    {"explosion", "explosion", "爆炸", "爆炸事故"},
    {"gasLeak", "urban gas leak", "燃气泄漏", "燃气事故|漏气"},
    {"collapse", "building collapse", "建筑坍塌", "坍塌|房屋倒塌"},
    {"traffic", "traffic accident", "交通事故", "车祸"},
    {"lostPerson", "lost or trapped hikers", "山地走失被困", "走失|驴友被困|山地救援|迷路"},
    {"powerCut", "power cut", "停电", "大面积停电|断电"},
    {"waterCut", "water supply failure", "供水中断", "断水|停水"},
    {"snow", "snow and ice", "雪情冰冻", "暴雪|冰冻|低温雨雪"},
    {"wind", "gale", "大风", "大风灾害"},
    {"publicHealth", "public health event", "公共卫生事件", "疫情|食物中毒"},
    {"publicSecurity", "public security event", "社会安全事件", "群体性事件"},
    {"other", "other", "其他", "其它"},
};

constexpr Word kTeamKinds[] = {
    {"comprehensive", "comprehensive rescue", "综合应急救援", "综合队|综合救援|综合应急"},
    {"fireRescue", "fire and rescue", "消防救援", "消防|消防队|消防站"},
    {"forestFire", "forest fire fighting", "森林消防", "森林防火|扑火队|防火队|专业森林消防"},
    {"flood", "flood control", "防汛抢险", "防汛|抗洪|排水|水务抢险"},
    {"mountain", "mountain rescue", "山地救援", "山岳救援|搜救"},
    {"medical", "medical", "医疗救护", "医疗|急救|卫生应急"},
    {"engineering", "engineering", "工程抢险", "工程|道路抢险|公路抢险|市政抢险"},
    {"hazmat", "hazardous chemicals", "危化救援", "危化品|危险化学品"},
    {"power", "power supply", "电力抢修", "电力|供电"},
    {"gas", "gas supply", "燃气抢修", "燃气"},
    {"communication", "communications", "通信保障", "通信|应急通信"},
    {"police", "police", "公安", "警察|交管"},
    {"logistics", "supplies and transport", "物资运输", "物资|运输"},
    {"town", "town rescue team", "乡镇应急队伍", "镇街队伍|镇级|镇街应急队"},
    {"village", "village self-rescue", "村级自救队", "村自救|村级"},
    {"volunteer", "volunteers", "社会志愿力量", "志愿者|社会力量|蓝天|社会应急力量"},
    {"other", "other", "其他", "其它"},
};

constexpr Word kCapabilities[] = {
    {"boat", "boat rescue", "水上救援", "冲锋舟|橡皮艇|舟艇"},
    {"drainage", "pumping", "排水", "抽排|泵|排涝"},
    {"rope", "rope rescue", "绳索救援", "绳索"},
    {"search", "search", "搜索", "生命探测|搜救犬"},
    {"heavyLift", "breaking and lifting", "破拆起重", "破拆|顶撑|起重"},
    {"wildfire", "wildfire fighting", "扑打林火", "灭火|风力灭火"},
    {"medical", "medical care", "医疗", "急救"},
    {"evacuation", "moving people", "转移群众", "转移|疏散"},
    {"roadClearing", "road clearing", "道路抢通", "抢通|清障"},
    {"hazmat", "hazardous chemicals", "危化处置", "堵漏|洗消|侦检"},
    {"satellite", "satellite communication", "卫星通信", "卫星电话"},
    {"drone", "drone", "无人机", "航拍"},
    {"lighting", "lighting", "照明", "应急照明"},
    {"power", "power supply", "发电", "发电车"},
};

constexpr Word kRiskZoneKinds[] = {
    {"village", "village at risk", "险村", "险村险户|山洪险村|风险村"},
    {"geological", "geological hazard point", "地质灾害隐患点", "地灾点|隐患点|地质隐患"},
    {"underpass", "underpass", "下凹式立交桥", "下凹桥|下凹|桥区|立交桥"},
    {"ponding", "ponding point", "积水点", "易积水点|积水"},
    {"forest", "forest", "林区", "重点林区|森林"},
    {"hazardousSite", "hazardous site", "危险源", "重大危险源|危化企业|加油站"},
    {"reservoir", "reservoir", "水库", "塘坝"},
    {"river", "river reach", "河道", "险工险段|河段"},
    {"scenic", "scenic area", "景区", "山区景区|民宿|露营地"},
    {"road", "road at risk", "风险路段", "山区道路|路段"},
    {"building", "building at risk", "危房", "老旧房屋|地下空间"},
    {"other", "other", "其他", "其它"},
};

constexpr Word kFacilityKinds[] = {
    {"hospital", "hospital", "医院", "卫生院|社区卫生服务中心"},
    {"nursingHome", "nursing home", "养老院", "养老机构|敬老院|福利院"},
    {"school", "school", "学校", "中学|小学|幼儿园"},
    {"fireStation", "fire station", "消防站", "消防救援站"},
    {"police", "police station", "派出所", "公安"},
    {"waterworks", "waterworks", "水厂", "自来水厂"},
    {"powerStation", "power substation", "变电站", "电站"},
    {"gasStation", "gas facility", "燃气设施", "燃气站|调压站"},
    {"fuelStation", "filling station", "加油站", "加气站"},
    {"chemicalWorks", "chemical works", "危化企业", "化工厂"},
    {"reservoir", "reservoir", "水库", "塘坝"},
    {"pumpingStation", "pumping station", "泵站", "排水泵站"},
    {"helipad", "helipad", "起降点", "直升机起降点|停机坪"},
    {"waterSource", "water intake", "取水点", "消防水源|水源"},
    {"government", "government office", "党政机关", "镇政府|街道办|村委会"},
    {"other", "other", "其他", "其它"},
};

constexpr Word kPlaceKinds[] = {
    {"district", "district", "区", "县"},
    {"town", "town", "镇", "乡|乡镇"},
    {"street", "subdistrict", "街道", "街道办事处|地区"},
    {"village", "village", "村", "行政村|村委会"},
    {"community", "community", "社区", "居委会|社区居委会"},
    {"hamlet", "hamlet", "自然村", "村民小组"},
    {"locality", "locality", "地名", "地点"},
    {"city", "city", "城市", "市"},
};

constexpr Word kSensorKinds[] = {
    {"rain", "rain gauge", "雨量站", "雨量|雨量计|雨量监测站"},
    {"riverLevel", "river level gauge", "河道水位站", "水位站|河道站|水位"},
    {"reservoirLevel", "reservoir level gauge", "水库水位站", "库水位|水库站"},
    {"waterDepth", "water depth gauge", "积水监测点", "积水|水尺|积水深度|液位"},
    {"discharge", "discharge gauge", "流量站", "流量|水文站"},
    {"drainLevel", "drain level gauge", "管网液位站", "管网液位|检查井液位|排水管网"},
    {"soilMoisture", "soil moisture gauge", "土壤含水率站", "土壤含水率|墒情站"},
    {"displacement", "displacement gauge", "位移监测点", "位移|裂缝计|倾角|地灾监测"},
    {"weather", "weather station", "气象站", "自动气象站|区域站"},
    {"gas", "gas detector", "燃气监测点", "燃气|可燃气体"},
    {"fireDanger", "fire danger station", "森林火险监测站", "火险站|森林火险因子站"},
    {"other", "other", "其他", "其它"},
};

// The plans ask for the levels of water by these names.
constexpr Word kThresholdLevels[] = {
    {"prepare", "prepare to move", "准备转移", "准备"},
    {"immediate", "move now", "立即转移", "立即"},
    {"warningLevel", "warning level", "警戒水位", "警戒"},
    {"guaranteedLevel", "guaranteed level", "保证水位", "保证"},
    {"limitLevel", "flood limit level", "汛限水位", "汛限"},
    {"designLevel", "design flood level", "设计洪水位", "设计"},
    {"checkLevel", "check flood level", "校核洪水位", "校核"},
    {"turnBack", "traffic turns back", "劝返", ""},
    {"closed", "closed to traffic", "断路", "封闭|断行"},
    {"blue", "blue", "蓝色", "蓝"},
    {"yellow", "yellow", "黄色", "黄"},
    {"orange", "orange", "橙色", "橙"},
    {"red", "red", "红色", "红"},
};

}  // namespace

std::span<const Word> wordsOf(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::incidentKind:
      return kIncidentKinds;
    case Vocabulary::teamKind:
      return kTeamKinds;
    case Vocabulary::capability:
      return kCapabilities;
    case Vocabulary::riskZoneKind:
      return kRiskZoneKinds;
    case Vocabulary::facilityKind:
      return kFacilityKinds;
    case Vocabulary::placeKind:
      return kPlaceKinds;
    case Vocabulary::sensorKind:
      return kSensorKinds;
    case Vocabulary::thresholdLevel:
      return kThresholdLevels;
  }
  return {};
}

Text textOf(Vocabulary vocabulary, std::string_view code) {
  for (const Word& word : wordsOf(vocabulary))
    if (word.code == code) return {std::string(word.en), std::string(word.zh)};
  return sameInBoth(code);
}

std::string codeFor(Vocabulary vocabulary, std::string_view written) {
  for (const Word& word : wordsOf(vocabulary))
    if (written == word.code || written == word.en || written == word.zh) return std::string(word.code);
  for (const Word& word : wordsOf(vocabulary)) {
    std::string_view rest = word.alsoCalled;
    while (!rest.empty()) {
      const auto bar = rest.find('|');
      if (rest.substr(0, bar) == written) return std::string(word.code);
      rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
  }
  return std::string(written);
}

}  // namespace fengsui
