// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/placenames.h"

#include <array>
#include <map>
#include <span>

namespace fengsui::demo {
namespace {

struct Sound {
  const char* zh;
  const char* pinyin;
};

constexpr std::array kBefore{
    Sound{"上", "shang"}, Sound{"下", "xia"},  Sound{"前", "qian"},  Sound{"后", "hou"},  Sound{"东", "dong"},
    Sound{"西", "xi"},    Sound{"南", "nan"},  Sound{"北", "bei"},   Sound{"大", "da"},   Sound{"小", "xiao"},
    Sound{"青", "qing"},  Sound{"白", "bai"},  Sound{"黑", "hei"},   Sound{"红", "hong"}, Sound{"黄", "huang"},
    Sound{"松", "song"},  Sound{"柏", "bai"},  Sound{"杨", "yang"},  Sound{"柳", "liu"},  Sound{"桃", "tao"},
    Sound{"杏", "xing"},  Sound{"梨", "li"},   Sound{"栗", "li"},    Sound{"椿", "chun"}, Sound{"榆", "yu"},
    Sound{"石", "shi"},   Sound{"云", "yun"},  Sound{"龙", "long"},  Sound{"凤", "feng"}, Sound{"鹿", "lu"},
    Sound{"鹰", "ying"},  Sound{"雁", "yan"},  Sound{"莲", "lian"},  Sound{"荷", "he"},   Sound{"竹", "zhu"},
    Sound{"金", "jin"},   Sound{"银", "yin"},  Sound{"玉", "yu"},    Sound{"铁", "tie"},  Sound{"双", "shuang"},
    Sound{"三", "san"},   Sound{"七", "qi"},   Sound{"长", "chang"}, Sound{"高", "gao"},  Sound{"安", "an"},
    Sound{"平", "ping"},  Sound{"永", "yong"}, Sound{"和", "he"},    Sound{"新", "xin"},  Sound{"古", "gu"},
    Sound{"清", "qing"},  Sound{"寒", "han"},  Sound{"暖", "nuan"},  Sound{"月", "yue"},  Sound{"枫", "feng"},
    Sound{"樱", "ying"},  Sound{"槐", "huai"}, Sound{"桑", "sang"},  Sound{"麻", "ma"},   Sound{"谷", "gu"}};
constexpr std::array kMountain{Sound{"沟", "gou"},  Sound{"岭", "ling"}, Sound{"崖", "ya"},  Sound{"泉", "quan"},
                               Sound{"坪", "ping"}, Sound{"峪", "yu"},   Sound{"台", "tai"}, Sound{"洼", "wa"},
                               Sound{"坡", "po"},   Sound{"口", "kou"},  Sound{"岩", "yan"}, Sound{"湾", "wan"},
                               Sound{"谷", "gu"},   Sound{"峰", "feng"}, Sound{"潭", "tan"}, Sound{"坎", "kan"}};
constexpr std::array kPlain{Sound{"庄", "zhuang"}, Sound{"营", "ying"}, Sound{"屯", "tun"},  Sound{"店", "dian"},
                            Sound{"桥", "qiao"},   Sound{"堡", "bao"},  Sound{"渡", "du"},   Sound{"园", "yuan"},
                            Sound{"坊", "fang"},   Sound{"堤", "di"},   Sound{"塘", "tang"}, Sound{"林", "lin"},
                            Sound{"集", "ji"},     Sound{"寨", "zhai"}, Sound{"铺", "pu"},   Sound{"圩", "wei"}};
constexpr std::array kPeak{Sound{"顶", "ding"},  Sound{"尖", "jian"}, Sound{"坨", "tuo"},
                           Sound{"梁", "liang"}, Sound{"峰", "feng"}, Sound{"岩", "yan"}};
constexpr std::array kOthers{
    Sound{"示", "shi"},  Sound{"范", "fan"},   Sound{"河", "he"},    Sound{"苑", "yuan"}, Sound{"街", "jie"},
    Sound{"道", "dao"},  Sound{"镇", "zhen"},  Sound{"村", "cun"},   Sound{"门", "men"},  Sound{"水", "shui"},
    Sound{"沿", "yan"},  Sound{"山", "shan"},  Sound{"城", "cheng"}, Sound{"溪", "xi"},   Sound{"中", "zhong"},
    Sound{"心", "xin"},  Sound{"路", "lu"},    Sound{"环", "huan"},  Sound{"通", "tong"}, Sound{"支", "zhi"},
    Sound{"库", "ku"},   Sound{"坝", "ba"},    Sound{"湖", "hu"},    Sound{"速", "su"},   Sound{"线", "xian"},
    Sound{"渠", "qu"},   Sound{"防", "fang"},  Sound{"火", "huo"},   Sound{"步", "bu"},   Sound{"兴", "xing"},
    Sound{"文", "wen"},  Sound{"化", "hua"},   Sound{"建", "jian"},  Sound{"设", "she"},  Sound{"光", "guang"},
    Sound{"明", "ming"}, Sound{"滨", "bin"},   Sound{"育", "yu"},    Sound{"才", "cai"},  Sound{"民", "min"},
    Sound{"康", "kang"}, Sound{"公", "gong"},  Sound{"胜", "sheng"}, Sound{"利", "li"},   Sound{"迎", "ying"},
    Sound{"春", "chun"}, Sound{"朝", "chao"},  Sound{"阳", "yang"},  Sound{"园", "yuan"}, Sound{"府", "fu"},
    Sound{"学", "xue"},  Sound{"院", "yuan"},  Sound{"车", "che"},   Sound{"站", "zhan"}, Sound{"人", "ren"},
    Sound{"宁", "ning"}, Sound{"广", "guang"}, Sound{"友", "you"},   Sound{"谊", "yi"},   Sound{"振", "zhen"}};

template <std::size_t n>
const Sound& pick(const std::array<Sound, n>& from, Chance& chance) {
  return from[static_cast<std::size_t>(chance.below(static_cast<int>(n)))];
}

const std::map<std::string, std::string>& sounds() {
  static const auto made = [] {
    std::map<std::string, std::string> all;
    const auto take = [&](std::span<const Sound> list) {
      for (const Sound& sound : list) all.try_emplace(sound.zh, sound.pinyin);
    };
    take(kBefore);
    take(kMountain);
    take(kPlain);
    take(kPeak);
    take(kOthers);
    return all;
  }();
  return made;
}

}  // namespace

std::string spelt(const std::string& zh) {
  std::string out;
  for (std::size_t i = 0; i + 2 < zh.size(); i += 3)
    if (const auto found = sounds().find(zh.substr(i, 3)); found != sounds().end()) out += found->second;
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

Name PlaceNames::given(const std::string& zh, const std::string& en) {
  used_.insert(zh);
  stems_.insert(zh.substr(0, 6));
  return {zh, en};
}

Name PlaceNames::fresh(Kind kind) {
  for (int attempt = 0;; ++attempt) {
    std::string stem = pick(kBefore, chance_).zh;
    // Two characters are 1,000 names; where many are wanted, three.
    if (attempt > 60 && (kind == Kind::mountainVillage || kind == Kind::plainVillage || kind == Kind::brook))
      stem += pick(kBefore, chance_).zh;
    if (attempt > 200) stem += pick(kBefore, chance_).zh;
    std::string end, endEn;
    switch (kind) {
      case Kind::mountainTown:
      case Kind::mountainVillage:
        stem += pick(kMountain, chance_).zh;
        break;
      case Kind::plainTown:
      case Kind::plainVillage:
        stem += pick(kPlain, chance_).zh;
        break;
      case Kind::river:
        end = "河";
        endEn = " River";
        if (attempt > 20) stem += pick(kPlain, chance_).zh;
        break;
      case Kind::brook:
        stem += pick(kMountain, chance_).zh;
        end = "沟";
        endEn = " Brook";
        if (stem.ends_with("沟") || stem.ends_with("谷") || stem.ends_with("峪") || stem.ends_with("口")) end.clear();
        break;
      case Kind::peak:
        stem += pick(kPeak, chance_).zh;
        endEn = " Peak";
        break;
    }
    if (kind == Kind::mountainTown || kind == Kind::plainTown) {
      end = "镇";
      endEn = " Town";
    }
    if (kind == Kind::mountainVillage || kind == Kind::plainVillage) {
      end = "村";
      endEn = " Village";
    }
    // 谷谷, 柳柳 are no names, and neighbours of one stem would be mistaken for each other.
    if (stem.substr(0, 3) == stem.substr(stem.size() - 3) || !stems_.insert(stem).second) continue;
    if (!used_.insert(stem + end).second) continue;
    return {stem + end, spelt(stem) + endEn};
  }
}

Name PlaceNames::town(bool mountain) {
  return fresh(mountain ? Kind::mountainTown : Kind::plainTown);
}
Name PlaceNames::village(bool mountain) {
  return fresh(mountain ? Kind::mountainVillage : Kind::plainVillage);
}
Name PlaceNames::river() {
  return fresh(Kind::river);
}
Name PlaceNames::brook() {
  return fresh(Kind::brook);
}
Name PlaceNames::peak() {
  return fresh(Kind::peak);
}

}  // namespace fengsui::demo
