// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

// Characters with more than one reading in names of places and people and in the words of the trade; the most usual one
// in such names first, because a text is spelled with the first.
constexpr std::string_view kReadings =
    "长 chang zhang|重 zhong chong|朝 chao zhao|厦 xia sha|行 xing hang|六 liu lu|蔚 wei yu|乐 le yue lao|"
    "单 dan shan|曾 zeng ceng|解 jie xie|仇 qiu chou|泊 bo po|堡 bao pu bu|都 du dou|大 da dai|区 qu ou|"
    "盛 sheng cheng|石 shi dan|调 diao tiao|给 gei ji|传 chuan zhuan|着 zhe zhao zhuo|觉 jue jiao|还 hai huan|"
    "卡 ka qia|落 luo lao la|露 lu lou|系 xi ji|弹 dan tan|参 can shen|查 cha zha|车 che ju|藏 cang zang|"
    "什 shi shen|降 jiang xiang|角 jiao jue|校 xiao jiao|巷 xiang hang|尾 wei yi|浒 hu xu|埔 pu bu|铅 qian yan|"
    "荥 xing ying|莘 shen xin|郇 huan xun|涡 wo guo|尉 wei yu|番 fan pan|牟 mou mu|歙 she xi|隗 wei kui|覃 qin tan|"
    "莞 guan wan|阿 a e|柏 bai bo|薄 bo bao|秘 mi bi|浚 jun xun|洞 dong tong|枞 zong cong|叶 ye she|圩 wei xu|"
    "会 hui kuai|血 xue xie|员 yuan yun|伯 bo bai|强 qiang jiang|洗 xi xian|缪 miao mou|盖 gai ge|褚 chu zhu|"
    "万 wan mo|沈 shen chen|埋 mai man|塞 sai se|臭 chou xiu|壳 ke qiao|扎 zha za|粘 zhan nian|绿 lv lu|陆 lu liu|"
    "率 lv shuai|百 bai bo|色 se shai|熟 shu shou|虹 hong jiang|冯 feng ping|伽 jia qie ga|茄 qie jia|炮 pao bao|"
    "屏 ping bing|奇 qi ji|栖 qi xi|纤 xian qian|省 sheng xing|宿 su xiu|提 ti di|种 zhong chong|属 shu zhu|"
    "漯 luo ta|渑 mian sheng|坻 di chi|氏 shi zhi|珲 hun hui|筠 yun jun|幢 zhuang chuang|峒 dong tong|镐 hao gao|"
    "蛤 ha ge|漷 huo kuo|地 di de|得 de dei|了 le liao|困 kun|没 mei mo|漂 piao|排 pai|喷 pen|涨 zhang|淹 yan|"
    "说 shuo shui|合 he ge|召 zhao shao|焉 yan|南 nan|仔 zi zai|咀 ju zui|嘴 zui|垭 ya|坳 ao|岜 ba|圪 ge|垯 da|"
    "垡 fa|峪 yu|砬 la|硿 kong|窑 yao|甸 dian|疃 tuan|洼 wa|涧 jian|汊 cha|沱 tuo|滩 tan|湾 wan|坨 tuo|坞 wu|"
    "干 gan qian|空 kong|间 jian|处 chu|中 zhong|分 fen|应 ying|供 gong|少 shao|兴 xing|朴 pu piao|任 ren|宁 ning|"
    "华 hua|葛 ge|哈 ha|广 guang|台 tai|坊 fang|夹 jia|沟 gou|磨 mo|背 bei|把 ba|不 bu|好 hao|相 xiang|将 jiang|"
    "教 jiao|量 liang|看 kan|难 nan|平 ping|铺 pu|散 san|扇 shan|上 shang|舍 she|挑 tiao|下 xia|要 yao|载 zai|只 zhi";

// "lǚ" to "lv": tone marks go, the dots of ü stay as the v that people type.
std::string withoutTones(const icu::UnicodeString& marked) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* apart = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString parts = apart->normalize(marked, status);
  std::string plain;
  for (std::int32_t i = 0; i < parts.length(); ++i) {
    const char16_t part = parts[i];
    if (part >= u'a' && part <= u'z')
      plain.push_back(static_cast<char>(part));
    else if (part == u'\u0308' && !plain.empty())
      plain.back() = 'v';
  }
  return plain;
}

}  // namespace

const Pinyin& Pinyin::table() {
  static const Pinyin pinyin;
  return pinyin;
}

Pinyin::Pinyin() : readings_(kLast - kFirst + 1) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> toLatin(
      icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
  if (toLatin && U_SUCCESS(status)) {
    for (char32_t letter = kFirst; letter <= kLast; ++letter) {
      icu::UnicodeString text(static_cast<UChar32>(letter));
      toLatin->transliterate(text);
      if (text.char32At(0) != static_cast<UChar32>(letter)) add(letter, withoutTones(text));
    }
  }
  for (std::string_view rest = kReadings; !rest.empty();) {
    const auto bar = std::min(rest.find('|'), rest.size());
    std::string_view line = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    const auto blank = line.find(' ');
    const char32_t letter = decoded(line.substr(0, blank)).front();
    bool first = true;
    while (!line.empty()) {
      line.remove_prefix(std::min(line.find(' '), line.size() - 1) + 1);
      add(letter, line.substr(0, line.find(' ')), first);
      first = false;
    }
  }
}

Pinyin::Syllable Pinyin::numberOf(std::string_view syllable) {
  // 430 syllables, looked up while the table is made and never again.
  const auto at = std::find(syllables_.rbegin(), syllables_.rend(), syllable);
  if (at != syllables_.rend()) return static_cast<Syllable>(syllables_.rend() - at - 1);
  syllables_.emplace_back(syllable);
  return static_cast<Syllable>(syllables_.size() - 1);
}

void Pinyin::add(char32_t letter, std::string_view syllable, bool first) {
  if (syllable.empty()) return;
  Readings& readings = readings_[letter - kFirst];
  const Syllable number = numberOf(syllable);
  auto* const end = readings.syllables.begin() + readings.count;
  auto* at = std::find(readings.syllables.begin(), end, number);
  if (at == end) {
    if (readings.count == kMostReadings) return;
    *at = number;
    ++readings.count;
  }
  if (first) std::rotate(readings.syllables.begin(), at, at + 1);
  if (const auto v = syllable.find('v'); v != std::string_view::npos) {
    std::string other(syllable);
    other[v] = 'u';
    add(letter, other);
  }
}

std::string Pinyin::spelled(std::string_view utf8) const {
  std::string text;
  for (const FoldedLetter& one : foldedLetters(utf8)) {
    const auto syllables = readings(one.letter);
    if (syllables.empty())
      text += encoded({&one.letter, 1});
    else
      text += this->text(syllables.front());
  }
  return text;
}

}  // namespace fengsui
