// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/xmlreader.h"

#include <expat.h>

#include <utility>

namespace fengsui {
namespace {

std::string_view withoutPrefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

struct XmlReader::State {
  XML_Parser parser = nullptr;
  XmlVisitor visitor;
  bool broken = false;

  static State& of(void* data) { return *static_cast<State*>(data); }
  static void XMLCALL open(void* data, const XML_Char* name, const XML_Char** attributes) {
    if (of(data).visitor.open) of(data).visitor.open(withoutPrefix(name), XmlAttributes(attributes));
  }
  static void XMLCALL close(void* data, const XML_Char* name) {
    if (of(data).visitor.close) of(data).visitor.close(withoutPrefix(name));
  }
  static void XMLCALL text(void* data, const XML_Char* characters, int length) {
    if (of(data).visitor.text) of(data).visitor.text({characters, static_cast<std::size_t>(length)});
  }
  // Office files declare no entities; whoever does wants to blow up the reader.
  static void XMLCALL entity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                             const XML_Char*, const XML_Char*) {
    XML_StopParser(of(data).parser, XML_FALSE);
  }
};

std::string_view XmlAttributes::value(std::string_view name) const {
  for (const char** pair = pairs_; pair && *pair; pair += 2)
    if (withoutPrefix(pair[0]) == name) return pair[1];
  return {};
}

XmlReader::XmlReader(XmlVisitor visitor) : state_(new State) {
  state_->visitor = std::move(visitor);
  state_->parser = XML_ParserCreate(nullptr);
  XML_SetUserData(state_->parser, state_);
  XML_SetElementHandler(state_->parser, State::open, State::close);
  XML_SetCharacterDataHandler(state_->parser, State::text);
  XML_SetEntityDeclHandler(state_->parser, State::entity);
}

XmlReader::~XmlReader() {
  XML_ParserFree(state_->parser);
  delete state_;
}

bool XmlReader::take(std::string_view piece) {
  if (!state_->broken && XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()), 0) != XML_STATUS_OK)
    state_->broken = true;
  return !state_->broken;
}

Outcome XmlReader::finish() {
  if (!state_->broken && XML_Parse(state_->parser, nullptr, 0, 1) == XML_STATUS_OK) return {};
  const std::string words = XML_ErrorString(XML_GetErrorCode(state_->parser));
  return failure(ErrorCode::unreadable,
                 {"the file is damaged: " + words + " in line " +
                      std::to_string(XML_GetCurrentLineNumber(state_->parser)),
                  "文件已损坏（" + words + "）"},
                 {"save it again in the spreadsheet", "请在电子表格中重新保存"});
}

}  // namespace fengsui
