// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serverwatch.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <utility>

namespace fengsui::engine {

namespace {

constexpr int kAnswerMs = 5'000;
constexpr int kAgainMs = 60'000;
constexpr int kGatherMs = 200;  // servers that answer together cost one reading of the project

}  // namespace

ServerWatch::ServerWatch(Tell heard, Tell silent)
    : heard_(std::move(heard)), silent_(std::move(silent)), network_(this), again_(this), news_(this) {
  again_.setSingleShot(true);
  again_.setInterval(kAgainMs);
  news_.setSingleShot(true);
  news_.setInterval(kGatherMs);
  connect(&again_, &QTimer::timeout, this, [this] { askAll(); });
  connect(&news_, &QTimer::timeout, this, [this] {
    if (const auto quiet = std::exchange(newlySilent_, {}); !quiet.isEmpty()) silent_(quiet);
    if (const auto there = std::exchange(newlyHeard_, {}); !there.isEmpty()) heard_(there);
  });
}

void ServerWatch::watch(const QHash<QString, QUrl>& layers) {
  ++round_;
  layers_ = layers;
  asking_.clear();
  newlyHeard_.clear();
  newlySilent_.clear();
  silentNow_.clear();
  again_.stop();
  news_.stop();
  askAll();
}

void ServerWatch::askAll() {
  for (auto layer = layers_.cbegin(); layer != layers_.cend(); ++layer) {
    if (asking_.contains(layer.key())) continue;
    asking_.insert(layer.key());
    QNetworkRequest request(layer.value());
    request.setTransferTimeout(kAnswerMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    QNetworkReply* reply = network_.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply, id = layer.key(), round = round_] {
      // Whatever it says, it speaks; what is wrong with it is for QGIS to find.
      const bool there = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
      reply->deleteLater();
      if (round == round_) answered(id, there);
    });
  }
}

void ServerWatch::answered(const QString& layer, bool there) {
  asking_.remove(layer);
  if (there) {
    layers_.remove(layer);
    silentNow_.remove(layer);
    newlyHeard_.insert(layer);
  } else if (!silentNow_.contains(layer)) {
    silentNow_.insert(layer);
    newlySilent_.insert(layer);
  }
  if (!news_.isActive()) news_.start();
  if (!layers_.isEmpty() && !again_.isActive()) again_.start();
}

}  // namespace fengsui::engine
