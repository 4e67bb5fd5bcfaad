// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/channels.h"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "feeds/filedrop.h"

namespace fengsui {
namespace {

tl::unexpected<Error> wrong(const std::string& field, std::string en, std::string zh) {
  Error error{ErrorCode::invalid, {std::move(en), std::move(zh)}, {}, {}};
  error.place.field = field;
  return failure(std::move(error));
}

/// Reads texts and numbers of one object, and remembers the first that does not fit.
struct Fields {
  const Json& object;
  std::string path;
  Outcome outcome{};

  bool fits(bool good, const std::string& name, const char* en, const char* zh) {
    if (!good && outcome) outcome = wrong(path + '.' + name, en, zh);
    return good;
  }
  void only(std::initializer_list<std::string_view> names) {
    if (!fits(object.is_object(), "", "an object is wanted", "应为对象")) return;
    for (const auto& [name, value] : object.items()) {
      if (name == "password")
        fits(false, name, "a password does not stand in this file: use $FENGSUI_MAIL_PASSWORD or passwordFile",
             "口令不能写在此文件中，请用环境变量 FENGSUI_MAIL_PASSWORD 或 passwordFile");
      bool known = false;
      for (const auto one : names) known |= one == name;
      fits(known, name, "there is no such setting", "没有这项设置");
    }
  }
  std::string text(const char* name, bool wanted) {
    const auto at = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || at == object.end()) {
      fits(!wanted, name, "it is missing", "缺少此项");
      return {};
    }
    if (!fits(at->is_string() && (!wanted || !at->get<std::string>().empty()), name, "a text is wanted", "应为文字"))
      return {};
    return at->get<std::string>();
  }
};

Result<MailSettings> mailFrom(const Json& json, std::string& passwordFile) {
  Fields fields{json, "mail"};
  fields.only({"host", "port", "security", "from", "user", "passwordFile", "to", "authority"});
  MailSettings mail;
  mail.host = fields.text("host", true);
  mail.from = fields.text("from", true);
  mail.user = fields.text("user", false);
  mail.authority = fields.text("authority", false);
  passwordFile = fields.text("passwordFile", false);
  if (const std::string security = fields.text("security", false); !security.empty()) {
    const auto known = fromCode<MailSecurity>(security);
    fields.fits(known.has_value(), "security", "startTls, tls or none", "应为 startTls、tls 或 none");
    mail.security = known.value_or(MailSecurity::startTls);
  }
  if (fields.outcome && mail.security == MailSecurity::tls) mail.port = 465;
  if (fields.outcome && json.contains("port")) {
    const Json& port = json["port"];
    if (fields.fits(port.is_number_integer() && port.get<std::int64_t>() > 0 && port.get<std::int64_t>() < 65536,
                    "port", "a number from 1 to 65535", "应为 1–65535 的整数"))
      mail.port = port.get<int>();
  }
  if (fields.outcome && json.contains("to")) {
    if (fields.fits(json["to"].is_object(), "to", "names with their addresses", "应为名称与邮箱的对照"))
      for (const auto& [name, address] : json["to"].items())
        if (fields.fits(address.is_string(), "to." + name, "an address is wanted", "应为邮箱地址"))
          mail.to[name] = address.get<std::string>();
  }
  for (const char c : mail.host)
    fields.fits(std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']',
                "host", "a name or an address of a computer", "应为主机名或地址");
  if (!fields.outcome) return failure(fields.outcome.error());
  return mail;
}

}  // namespace

std::string channelsFileOf(const StationFiles& files) {
  return std::filesystem::path(files.journal).replace_extension(".channels.json").string();
}

Result<ChannelSettings> readChannelSettings(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return wrong("", "the channels are a JSON object", "渠道配置须为 JSON 对象");
  ChannelSettings settings;
  for (const auto& [name, value] : json.items()) {
    if (name == "file") {
      Fields fields{value, "file"};
      fields.only({"folder"});
      settings.folder = fields.text("folder", true);
      if (!fields.outcome) return failure(fields.outcome.error());
    } else if (name == "mail") {
      auto mail = mailFrom(value, settings.passwordFile);
      if (!mail) return failure(mail.error());
      settings.mail = std::move(*mail);
    } else {
      return wrong(name, "the channels here are file and mail", "此处的渠道为 file 和 mail");
    }
  }
  return settings;
}

Result<std::string> passwordFrom(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0)
    return failure(ErrorCode::notFound, {"there is no password file " + file, "没有口令文件 " + file});
  if ((status.st_mode & 077) != 0)
    return failure(ErrorCode::invalid, {"others may read the password file " + file, "其他用户可读取口令文件 " + file},
                   {"chmod 600 " + file, "请执行 chmod 600 " + file});
  std::ifstream in(file);
  std::string password;
  std::getline(in, password);
  if (password.empty())
    return failure(ErrorCode::invalid, {"the password file is empty: " + file, "口令文件为空：" + file});
  return password;
}

Result<ChannelSettings> loadChannelSettings(const StationFiles& files) {
  const std::string path = channelsFileOf(files);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return ChannelSettings{};
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (!in) return failure(ErrorCode::unreadable, {"cannot read " + path, "无法读取 " + path});
  auto settings = readChannelSettings(text);
  if (!settings) {
    Error fault = settings.error();
    fault.place.file = path;
    return failure(std::move(fault));
  }
  if (settings->mail && !settings->mail->user.empty()) {
    if (const char* password = std::getenv("FENGSUI_MAIL_PASSWORD"); password && *password) {
      settings->mail->password = password;
    } else if (!settings->passwordFile.empty()) {
      auto read = passwordFrom(settings->passwordFile);
      if (!read) return failure(read.error());
      settings->mail->password = std::move(*read);
    }
  }
  return settings;
}

Channels channelsFrom(const ChannelSettings& settings) {
  Channels channels;
  if (settings.folder) channels["file"] = std::make_shared<FileDrop>(*settings.folder);
  if (settings.mail) channels["mail"] = std::make_shared<Mail>(*settings.mail);
  return channels;
}

}  // namespace fengsui
