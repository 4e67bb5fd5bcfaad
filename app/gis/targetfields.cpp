// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/targetfields.h"

#include <algorithm>
#include <array>

namespace fengsui {
namespace {

using enum FieldValue;

constexpr std::string_view keyWords = "编码|编号|代码|唯一编码|key|id|uuid|fid|osm_id|code|设施编码|队伍编号|对象编码";
constexpr std::string_view townWords =
    "镇街|乡镇|镇乡|乡镇街道|镇街道|街道|所属镇街|所属乡镇|所在乡镇|所在镇街|所属街道|属地|所属镇|乡(镇)|镇(街)|town|"
    "township|street|subdistrict";
constexpr std::string_view addressWords =
    "地址|详细地址|地点|位置|地理位置|所在地|具体位置|所在位置|address|addr|street address";

using PeoplePaths = std::array<std::string_view, 7>;

// A and B stand in for each other; a table with one contact only has an A.
constexpr std::array<TargetField, 7> peopleFields(const PeoplePaths& paths) {
  constexpr auto v = Vocabulary::incidentKind;
  return {
      {{paths[0], "person A", "A角",
        "A角姓名|A角/姓名|责任人|责任人姓名|责任人/姓名|负责人|负责人姓名|负责人/姓名|联系人|联系人姓名|联系人/"
        "姓名|队长|队长姓名|队长/姓名|"
        "第一责任人|主要负责人|包村责任人|包片责任人|行政责任人|管理人|管理员|库管员|保管员|值班人|责任人(A角)|contact|"
        "contact name|"
        "responsible|leader|person in charge|manager|姓名",
        name, v, true},
       {paths[1], "person A title", "A角职务",
        "A角/职务|责任人职务|责任人/职务|负责人职务|负责人/职务|联系人/职务|职务|职称|title|position", text, v, true},
       {paths[2], "person A telephone", "A角电话",
        "A角/电话|A角联系电话|A角手机|A角/联系电话|A角/"
        "手机|联系电话|电话|手机|手机号|手机号码|电话号码|联系方式|责任人电话|责任人/电话|"
        "负责人电话|负责人/电话|负责人/联系电话|负责人联系电话|联系人电话|联系人/电话|联系人/联系电话|联系人/"
        "手机|队长电话|队长/电话|值班电话|"
        "contact/phone|phone|telephone|tel|mobile|contact phone|phone number",
        phones, v, true},
       {paths[3], "person B", "B角",
        "B角姓名|B角/姓名|第二责任人|副责任人|备用联系人|副队长|副队长姓名|副队长/"
        "姓名|技术责任人|责任人(B角)|deputy|deputy name|"
        "second contact",
        name, v, true},
       {paths[4], "person B title", "B角职务", "B角/职务|副队长/职务|deputy title", text, v, true},
       {paths[5], "person B telephone", "B角电话",
        "B角/电话|B角联系电话|B角手机|B角/联系电话|B角/手机|副队长电话|副队长/电话|第二责任人电话|第二责任人/"
        "电话|备用电话|备用联系电话|"
        "deputy phone|second phone",
        phones, v, true},
       {paths[6], "other responsible people", "其他责任人", "", people, v, true}}};
}

constexpr PeoplePaths contactPaths{"contacts.A.name",  "contacts.A.title",  "contacts.A.phones", "contacts.B.name",
                                   "contacts.B.title", "contacts.B.phones", "contacts"};
constexpr PeoplePaths responsiblePaths{"responsible.A.name", "responsible.A.title", "responsible.A.phones",
                                       "responsible.B.name", "responsible.B.title", "responsible.B.phones",
                                       "responsible"};
constexpr PeoplePaths holderPaths{"holders.A.name",  "holders.A.title",  "holders.A.phones", "holders.B.name",
                                  "holders.B.title", "holders.B.phones", "holders"};

template <std::size_t N>
constexpr std::array<TargetField, N + 7> withPeople(const TargetField (&own)[N], const PeoplePaths& paths) {
  std::array<TargetField, N + 7> all{};
  std::copy(own, own + N, all.begin());
  const auto shared = peopleFields(paths);
  std::copy(shared.begin(), shared.end(), all.begin() + N);
  return all;
}

constexpr TargetField ownTeamFields[] = {
    {"key", "code", "编码", keyWords, code},
    {"name", "name", "名称", "队伍名称|救援队名称|救援队伍|救援队|队名|应急队伍|队伍|单位名称|队伍全称|team|team name",
     text},
    {"kind", "kind", "类别", "队伍类别|队伍类型|类型|种类|专业|专业类别|队伍性质|kind|type|category", word,
     Vocabulary::teamKind},
    {"authority", "dispatch authority", "调度权属", "权属|指挥关系|隶属关系|调用方式|authority", term},
    {"askedThrough", "asked through", "商请单位",
     "主管单位|主管部门|隶属单位|调用联系单位|调度单位|asked through|agency", text},
    {"capabilities", "capabilities", "能力", "专业能力|救援能力|擅长|救援专长|特长|主要任务|capability|skills", words,
     Vocabulary::capability},
    {"strength", "strength", "人数",
     "队伍人数|队员人数|在册人数|总人数|队员数|力量|编制人数|规模|人员数量|strength|persons|members|staff|headcount",
     whole},
    {"equipment", "equipment", "装备", "主要装备|装备情况|器材装备|车辆装备|携带装备|equipment|vehicles", text},
    {"town", "town", "所属镇街", townWords, text},
    {"status", "status", "状态", "在位情况|队伍状态|备勤状态|status|state", term},
    {"unavailableBecause", "unavailable because", "不可用原因", "原因|reason", text},
};
constexpr auto teamFields = withPeople(ownTeamFields, contactPaths);

constexpr TargetField ownDepotFields[] = {
    {"key", "code", "编码", keyWords, code},
    {"name", "name", "名称",
     "物资库名称|物资库|仓库名称|仓库|库房|库房名称|储备库|储备库名称|储备点|储备点名称|存放点|存放单位|储备单位|depot|"
     "warehouse|depot name",
     text},
    {"tier", "tier", "层级", "级别|库级别|储备级别|等级|tier|level", term},
    {"address", "address", "地址", addressWords, text},
    {"town", "town", "所属镇街", townWords, text},
    {"stocks", "stocks", "物资清单", "储备物资|物资|主要物资|物资情况|库存|库存物资|物资明细|stocks|supplies", stocks},
    {"stocks.item", "item", "物资名称", "物资|品名|物品|物品名称|物资品名|装备名称|item|item name|supply", text},
    {"stocks.code", "item code", "物资编码", "物资代码|分类编码|分类代码|item code", code},
    {"stocks.unit", "unit", "单位", "计量单位|数量单位|unit", text},
    {"stocks.quantity", "quantity", "数量",
     "库存数量|储备数量|物资数量|现有数量|库存量|储备量|quantity|qty|amount|count", amount},
    {"stocks.reserved", "reserved", "已预定", "预定数量|占用数量|reserved", amount},
};
constexpr auto depotFields = withPeople(ownDepotFields, responsiblePaths);

constexpr TargetField ownShelterFields[] = {
    {"key", "code", "编码", keyWords, code},
    {"name", "name", "名称",
     "避难场所名称|避难场所|场所名称|安置点|安置点名称|安置场所|避险点|场所|shelter|shelter name", text},
    {"shelterClass", "class", "类别", "场所类别|场所类型|类型|避难类别|时长类别|class|type", term},
    {"indoor", "indoor", "室内", "室内室外|室内外|是否室内|室内/室外|空间类型|indoor", yesNo},
    {"address", "address", "地址", addressWords, text},
    {"town", "town", "所属镇街", townWords, text},
    {"areaM2", "area m2", "面积", "有效面积|避难面积|有效避难面积|建筑面积|占地面积|总面积|面积(㎡)|area|area_m2",
     area},
    {"capacity", "capacity", "容量",
     "可容纳人数|容纳人数|可安置人数|安置人数|避难人数|可避难人数|疏散人数|容量(人)|capacity|persons", whole},
    {"capacity.emergency", "capacity emergency", "紧急容量",
     "紧急避难人数|紧急可容纳人数|容纳人数/紧急|可容纳人数/紧急|emergency capacity", whole},
    {"capacity.shortTerm", "capacity short-term", "短期容量",
     "短期避难人数|短期可容纳人数|容纳人数/短期|可容纳人数/短期|short-term capacity", whole},
    {"capacity.longTerm", "capacity long-term", "长期容量",
     "长期避难人数|长期可容纳人数|容纳人数/长期|可容纳人数/长期|long-term capacity", whole},
    {"occupants", "occupants", "在场人数", "已安置人数|现有人数|occupants", whole},
    {"status", "status", "状态", "启用状态|开放状态|是否启用|是否开放|status", term},
};
constexpr auto shelterFields = withPeople(ownShelterFields, responsiblePaths);

constexpr TargetField ownRiskZoneFields[] = {
    {"key", "code", "编码", keyWords, code},
    {"name", "name", "名称",
     "风险点名称|风险区名称|隐患点名称|隐患点|风险点|险村|险村名称|险村险户|水库名称|积水点|积水点名称|桥区名称|村名|"
     "zone|risk zone|zone name|site",
     text},
    {"kind", "kind", "类别", "风险类别|风险类型|隐患类型|灾害类型|灾种|类型|kind|type|category|hazard", word,
     Vocabulary::riskZoneKind},
    {"colour", "colour", "风险等级", "颜色|等级|级别|风险级别|危险等级|风险颜色|colour|color|risk level|level", term},
    {"town", "town", "所属镇街", townWords, text},
    {"population", "population", "人口",
     "人口数|总人口|常住人口|受威胁人数|威胁人数|威胁人口|涉及人数|影响人口|population|people|persons", whole},
    {"households", "households", "户数", "总户数|受威胁户数|威胁户数|涉及户数|households", whole,
     Vocabulary::incidentKind, true},
    {"vulnerable", "vulnerable", "老弱病残孕", "重点人群|重点人员|弱势群体|特殊人群|需协助转移人数|脆弱人群|vulnerable",
     whole},
};
constexpr auto riskZoneFields = withPeople(ownRiskZoneFields, responsiblePaths);

constexpr TargetField ownFacilityFields[] = {
    {"key", "code", "编码", keyWords, code},
    {"name", "name", "名称", "单位名称|设施名称|机构名称|企业名称|学校名称|医院名称|场所名称|facility|facility name",
     text},
    {"kind", "kind", "类别", "设施类别|设施类型|单位类型|类型|性质|kind|type|category|amenity", word,
     Vocabulary::facilityKind},
    {"address", "address", "地址", addressWords, text},
    {"town", "town", "所属镇街", townWords, text},
    {"capacity", "capacity", "容量", "人数|床位数|床位|学生数|师生人数|在校人数|可容纳人数|capacity|beds|pupils",
     whole},
    {"bedridden", "bedridden", "卧床人数", "失能人数|不能自理人数|需抬运人数|bedridden", whole},
};
constexpr auto facilityFields = withPeople(ownFacilityFields, responsiblePaths);

constexpr TargetField placeFields[] = {
    {"key", "code for import", "编码", "编号|唯一编码|key|id|uuid|fid|osm_id|对象编码", code},
    {"name", "name", "名称",
     "地名|村名|村名称|村(社区)|村社区|行政村|社区|社区名称|村|村庄|place|village|community|place name|village name",
     text},
    {"kind", "kind", "类别", "地名类别|类型|kind|type|place type|fclass|category", word, Vocabulary::placeKind},
    {"code", "division code", "区划代码",
     "行政区划代码|区划编码|统计用区划代码|村代码|村编码|village_code|division code|code", code},
    {"town", "town", "所属镇街", townWords, text},
    {"population", "population", "人口", "人口数|总人口|常住人口|户籍人口|population|people", whole},
};

constexpr TargetField personFields[] = {
    {"key", "code", "编码", "编号|工号|唯一编码|key|id|uuid|人员编号", code},
    {"name", "name", "姓名", "名字|人员姓名|联系人|名称|name|full name|person", name},
    {"organisation", "organisation", "单位",
     "工作单位|所属单位|单位名称|部门|所在单位|organisation|organization|department|unit", text},
    {"title", "title", "职务", "岗位|职位|职称|title|position|post", text},
    {"phones", "telephone", "电话",
     "联系电话|手机|手机号|手机号码|电话号码|办公电话|联系方式|phone|telephone|tel|mobile", phones,
     Vocabulary::incidentKind, true},
};

constexpr TargetField ownPostFields[] = {
    {"key", "code", "编码", "编号|岗位编号|唯一编码|key|id|uuid", code},
    {"name", "name", "岗位", "岗位名称|名称|席位|席位名称|post|post name|seat|name", text},
    {"organisation", "organisation", "单位", "所属单位|单位名称|部门|组别|organisation|organization|department", text},
};
constexpr auto postFields = withPeople(ownPostFields, holderPaths);

constexpr TargetField householdFields[] = {
    {"key", "code", "编码", "编号|户号|台账编号|唯一编码|key|id|uuid", code},
    {"name", "name", "户主", "户主姓名|姓名|家庭|名称|对象名称|name|household|head of household", text,
     Vocabulary::incidentKind, true},
    {"village", "village", "村", "行政村|村名|村(社区)|村社区|社区|自然村|所在村|village", text},
    {"town", "town", "所属镇街", townWords, text},
    {"persons", "persons", "人数", "家庭人数|人口|人口数|在村人数|应转人数|转移人数|persons|people|count", whole},
    {"care", "care", "特殊照料", "特殊人群|重点人员|重点人群|弱势群体|身体状况|备注|care|needs", text,
     Vocabulary::incidentKind, true},
    {"helper", "helper", "包户责任人", "包户干部|结对帮扶|帮扶人|包保责任人|责任人|helper|responsible", text,
     Vocabulary::incidentKind, true},
    {"shelter", "shelter", "安置点", "转移去向|安置地点|避险安置点|安置场所|转移地点|shelter|destination", text},
};

constexpr TargetField incidentFields[] = {
    {"key", "code", "编码", "编号|事件编号|警情编号|案件编号|唯一编码|key|id|uuid|event id", code},
    {"title", "title", "标题", "事件名称|事件标题|事件|名称|警情|案由|简要情况|title|name|incident|event", text},
    {"kind", "kind", "类别", "事件类别|事件类型|类型|灾种|警情类别|kind|type|category", word, Vocabulary::incidentKind},
    {"level", "level", "事件等级", "等级|级别|事件级别|事件分级|level|severity", term},
    {"status", "status", "状态", "处置状态|事件状态|进展|status|state", term},
    {"leadDepartment", "lead department", "牵头部门", "主责部门|牵头单位|主办单位|lead department|department", text},
    {"locality", "locality", "属地", townWords, text},
    {"address", "address", "地址", "地点|事发地点|详细地址|发生地点|事发地址|位置|address|place|location", text},
    {"onSceneCommander", "on-scene commander", "现场指挥官",
     "现场指挥|现场负责人|现场总指挥|on-scene commander|commander", text},
    {"source", "source", "报告来源", "来源|报送单位|报告人|报警人|信息来源|source|reporter", text,
     Vocabulary::incidentKind, true},
    {"happenedAt", "happened at", "发生时间", "事发时间|时间|发生日期|日期|happened at|time|date|occurred", time},
    {"reportedAt", "reported at", "接报时间", "报告时间|报送时间|接警时间|reported at", time},
    {"closedAt", "closed at", "结束时间", "办结时间|closed at", time},
    {"closedBecause", "closed because", "结束原因", "办结情况|closed because", text},
    {"figures.dead", "dead", "死亡", "死亡人数|dead|deaths|fatalities", whole},
    {"figures.missing", "missing", "失踪", "失踪人数|missing", whole},
    {"figures.outOfContact", "out of contact", "失联", "失联人数|out of contact", whole},
    {"figures.injured", "injured", "受伤", "受伤人数|伤员|injured|injuries", whole},
    {"figures.trapped", "trapped", "被困", "被困人数|trapped", whole},
    {"figures.affected", "affected", "受灾", "受灾人数|受灾人口|受影响人数|affected", whole},
    {"figures.evacuated", "moved out of danger", "紧急避险转移", "转移人数|避险转移人数|紧急转移人数|转移|evacuated",
     whole},
    {"figures.resettled", "resettled", "转移安置", "转移安置人数|安置人数|resettled", whole},
    {"figures", "figures", "数据口径", "", figures},
    {"note", "note", "备注", "情况说明|说明|处置情况|note|remarks|comment|description", text, Vocabulary::incidentKind,
     true},
};

}  // namespace

std::span<const TargetField> targetFieldsOf(Kind kind) {
  switch (kind) {
    case Kind::incident:
      return incidentFields;
    case Kind::team:
      return teamFields;
    case Kind::depot:
      return depotFields;
    case Kind::shelter:
      return shelterFields;
    case Kind::riskZone:
      return riskZoneFields;
    case Kind::facility:
      return facilityFields;
    case Kind::place:
      return placeFields;
    case Kind::post:
      return postFields;
    case Kind::person:
      return personFields;
    case Kind::household:
      return householdFields;
    default:
      break;
  }
  return {};
}

const TargetField* targetField(Kind kind, std::string_view path) {
  for (const TargetField& field : targetFieldsOf(kind))
    if (field.path == path) return &field;
  return nullptr;
}

std::string_view placeFieldOf(Kind kind) {
  switch (kind) {
    case Kind::team:
      return "home";
    case Kind::riskZone:
      return "shape";
    case Kind::incident:
    case Kind::depot:
    case Kind::shelter:
    case Kind::facility:
    case Kind::place:
      return "location";
    default:
      return {};
  }
}

std::string_view peopleFieldOf(Kind kind) {
  switch (kind) {
    case Kind::team:
      return "contacts";
    case Kind::depot:
    case Kind::shelter:
    case Kind::riskZone:
    case Kind::facility:
      return "responsible";
    case Kind::post:
      return "holders";
    default:
      return {};
  }
}

std::string_view nameFieldOf(Kind kind) {
  return kind == Kind::incident ? "title" : "name";
}

}  // namespace fengsui
