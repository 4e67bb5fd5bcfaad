// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/mail.h"

#include <curl/curl.h>

#include <cstring>
#include <ctime>
#include <memory>
#include <mutex>

#include "core/digest.h"

namespace fengsui {
namespace {

std::string base64(std::string_view bytes) {
  static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? static_cast<std::uint8_t>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? kLetters[three >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

std::string wrapped(const std::string& text) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += 76) lines += text.substr(at, 76) + "\r\n";
  return lines;
}

// RFC 2047: words of whole characters, at most 75 octets each.
std::string encodedWords(const std::string& text) {
  constexpr std::size_t kBytesPerWord = 42;
  std::string words;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = std::min(text.size(), from + kBytesPerWord);
    while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xc0) == 0x80) --to;
    words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
             base64(std::string_view(text).substr(from, to - from)) + "?=";
    from = to;
  }
  return words;
}

// An address stands in a header and in a command: nothing in it may begin another line.
bool isAddress(const std::string& address) {
  if (address.size() > 254 || address.find('@') == std::string::npos) return false;
  for (const char c : address)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || std::strchr("<>,;\"\\", c)) return false;
  return true;
}

struct Unsent {
  std::string_view left;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* data) {
  auto& unsent = *static_cast<Unsent*>(data);
  const std::size_t now = std::min(size * count, unsent.left.size());
  std::memcpy(buffer, unsent.left.data(), now);
  unsent.left.remove_prefix(now);
  return now;
}

std::string why(CURLcode code, const MailSettings& settings, long answer, const char* says) {
  const std::string server = settings.host + ":" + std::to_string(settings.port);
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "找不到邮件服务器 " + server;
    case CURLE_COULDNT_CONNECT:
      return "连不上邮件服务器 " + server;
    case CURLE_OPERATION_TIMEDOUT:
      return "邮件服务器 " + server + " 5 秒内无响应";
    case CURLE_USE_SSL_FAILED:
      return "邮件服务器 " + server + " 不支持加密，未发送";
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return "邮件服务器 " + server + " 的证书不可信，未发送";
    case CURLE_LOGIN_DENIED:
      return "邮件服务器 " + server + " 拒绝登录";
    default:
      break;
  }
  if (answer >= 400) return "邮件服务器 " + server + " 拒收（" + std::to_string(answer) + "）";
  return "邮件服务器 " + server + "：" + (says[0] ? says : curl_easy_strerror(code));
}

}  // namespace

std::string mailOf(const Parcel& parcel, const std::string& from, const std::string& to, Instant now) {
  const std::time_t seconds = now.ms / 1000;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char date[64];
  // The names of days and months are English in this header, whatever the language of the computer.
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::snprintf(date, sizeof date, "%s, %02d %s %04d %02d:%02d:%02d +0000", kDays[utc.tm_wday], utc.tm_mday,
                kMonths[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  const Digest digest = blake2b(parcel.subject.text() + parcel.to + std::to_string(now.ms));
  std::string subject = std::string(parcel.exercise ? "【演练】" : "") +
                        (parcel.kind == ParcelKind::recall ? "【撤回】" : "") + parcel.number;
  if (parcel.title != parcel.number) subject += ' ' + parcel.title;
  for (char& c : subject)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return "Date: " + std::string(date) + "\r\nFrom: <" + from + ">\r\nTo: <" + to + ">\r\nMessage-ID: <" +
         hex(digest).substr(0, 32) + "@fengsui>\r\nSubject: " + encodedWords(subject) +
         "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
         "base64\r\n\r\n" +
         wrapped(base64(parcel.text));
}

Carriage Mail::carry(const Parcel& parcel) {
  auto known = settings_.to.find(parcel.to);
  if (known == settings_.to.end()) known = settings_.to.find(parcel.toName);
  if (known == settings_.to.end()) return failed(parcel.toName, "未配置“" + parcel.toName + "”的邮箱");
  const std::string& to = known->second;
  if (!isAddress(to)) return failed(parcel.toName, "邮箱地址有误：" + to);
  if (!isAddress(settings_.from)) return failed(parcel.toName, "发件地址有误：" + settings_.from, true);

  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) return failed(parcel.toName, "无法启动邮件发送", true);
  char says[CURL_ERROR_SIZE] = {};
  const std::string message = mailOf(parcel, settings_.from, to, systemNow());
  Unsent unsent{message};
  const std::string url = (settings_.security == MailSecurity::tls ? "smtps://" : "smtp://") + settings_.host + ':' +
                          std::to_string(settings_.port) + "/fengsui";
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, 3000L);
  set(CURLOPT_TIMEOUT_MS, 4500L);
  set(CURLOPT_ERRORBUFFER, says);
  if (settings_.security != MailSecurity::none) set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  if (!settings_.authority.empty()) set(CURLOPT_CAINFO, settings_.authority.c_str());
  if (!settings_.user.empty()) {
    set(CURLOPT_USERNAME, settings_.user.c_str());
    set(CURLOPT_PASSWORD, settings_.password.c_str());
  }
  const std::string sender = '<' + settings_.from + '>', recipient = '<' + to + '>';
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
      curl_slist_append(nullptr, recipient.c_str()), &curl_slist_free_all);
  set(CURLOPT_MAIL_FROM, sender.c_str());
  set(CURLOPT_MAIL_RCPT, recipients.get());
  set(CURLOPT_READFUNCTION, &give);
  set(CURLOPT_READDATA, &unsent);
  set(CURLOPT_UPLOAD, 1L);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code == CURLE_OK) return brought(parcel.toName, to);
  long answer = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
  // A refusal of this one recipient says nothing about the others.
  const bool down = code != CURLE_SEND_ERROR && code != CURLE_RECV_ERROR && answer < 500;
  return failed(parcel.toName, why(code, settings_, answer, says), down);
}

}  // namespace fengsui
