// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/deskroads.h"

#include "dispatch/drawnclosure.h"
#include "ui/canvas/mapcanvas.h"
#include "ui/desk/facts.h"
#include "ui/forms/closureform.h"
#include "ui/lists/thingrows.h"
#include "ui/look/language.h"
#include "ui/roads/firstpage.h"
#include "ui/roads/roadwords.h"

namespace fengsui {

DeskRoads::DeskRoads(Desk& desk, MapCanvas& canvas, QObject* parent)
    : QObject(parent),
      desk_(desk),
      canvas_(canvas),
      roads_(desk),
      underWay_(roads_),
      atIncident_(roads_),
      onMap_(desk, underWay_),
      form_(new ClosureForm(desk, &canvas)) {
  connect(&onMap_, &RoadsOnMap::drawn, &canvas_, &MapCanvas::setRoads);
  connect(&desk_, &Desk::selectionChanged, this, &DeskRoads::followSelection);
  connect(&desk_, &Desk::shownChanged, this, &DeskRoads::followSelection);
  connect(&atIncident_, &FirstThere::changed, this, &DeskRoads::drawLooked);
  connect(&underWay_, &TeamsUnderWay::replanned, this, [this](const Uuid& id, const Text& words) {
    const Team* team = desk_.live() ? desk_.session().situation()->teams.find(id) : nullptr;
    if (!team) return;
    emit desk_.noticed(
        {Notice::Tone::trouble, Text{team->name + ": " + words.en, team->name + "：" + words.zh}, std::nullopt, false});
  });
  connect(&canvas_, &MapCanvas::drawn, this, [this](const Shape& shape, QPoint at) {
    sketch(shape);
    desk_.take(Tool::look);  // it is drawn; what follows is words
    form_->openFor(shape, at);
    askWhatCloses();
  });
  connect(form_, &ClosureForm::closesOtherwise, this, &DeskRoads::askWhatCloses);
  connect(form_, &ClosureForm::closed, this, [this] {
    canvas_.setSketch(nullptr);
    canvas_.setFocus();
  });
}

void DeskRoads::followSelection() {
  const Incident* incident = desk_.selectedAs<Incident>();
  atIncident_.setPlace(incident && incident->open() ? incident->location : std::nullopt);
}

void DeskRoads::showProposal(const std::optional<Uuid>& team) {
  if (team == proposal_) return;
  proposal_ = team;
  drawLooked();
}

void DeskRoads::showCandidate(const Candidate* candidate, const RoadPicture* roads, Position to) {
  boardLooks_ = candidate && candidate->arrival && roads;
  if (boardLooks_)
    onMap_.preview(*candidate->arrival, *roads, to);
  else
    drawLooked();
}

void DeskRoads::drawLooked() {
  if (boardLooks_) return;
  const Candidate* one = proposal_ ? atIncident_.of(*proposal_) : nullptr;
  if (one && one->arrival && atIncident_.place())
    onMap_.preview(*one->arrival, atIncident_.picture(), *atIncident_.place());
  else
    onMap_.endPreview();
}

std::optional<RoadTarget> DeskRoads::target() const {
  const Snapshot& s = desk_.shown();
  if (!s) return std::nullopt;
  if (const auto& selected = desk_.selected(); selected && selected->kind != Kind::team) {
    if (const auto at = placeOf(*s, *selected)) {
      const auto facts = FactsOf::thing(*s, *selected, desk_.moment(), desk_.session().timeZone());
      RoadTarget target{*at, facts ? facts->name : QString(), std::nullopt};
      if (selected->kind == Kind::incident) target.incident = Id<Incident>{selected->id};
      return target;
    }
  }
  const auto middle = canvas_.middle();
  return middle ? std::optional(RoadTarget{*middle, {}, std::nullopt}) : std::nullopt;
}

void DeskRoads::changeClosure(const RoadClosure& closure) {
  const auto anchor = closure.shape ? anchorOf(*closure.shape) : std::nullopt;
  form_->openFor(closure, anchor ? canvas_.screenOf(*anchor).toPoint() : canvas_.rect().center());
  askWhatCloses();
}

void DeskRoads::sketch(const Shape& shape) {
  auto drawing = std::make_shared<Sketch>();
  drawing->add(shape, true);
  canvas_.setSketch(drawing);
}

void DeskRoads::askWhatCloses() {
  const auto answer = [this](const RoadWords::Closes& closes) {
    if (form_->isVisible()) form_->tellRoads(closes.words, closes.name, closes.none);
  };
  struct Closing {
    Shape shape;
    std::vector<EdgeId> edges;
    std::optional<std::size_t> spared;
  };
  const bool asked = roads_.ask<Closing>(
      form_, RoadDesk::Pace::quick,
      [shape = form_->shape(), fits = form_->isNew(), spares = form_->sparesBridges()](const RoadView& view,
                                                                                       const std::stop_token&) {
        const RoadNetwork& network = view.roads.network();
        const auto closedBy = [&](const Shape& where, bool sparesBridges) {
          ClosedEdgeOptions options;
          options.sparesBridges = sparesBridges;
          return edgesClosedBy(*network.graph, *network.index, where, options);
        };
        Closing closing{fits ? alongRoads(shape, network) : shape, {}, {}};
        closing.edges = closedBy(closing.shape, spares);
        if (spares) closing.spared = closedBy(closing.shape, false).size() - closing.edges.size();
        return closing;
      },
      [this, answer](const Closing& closing) {
        if (form_->isVisible() && form_->isNew() && !(closing.shape == form_->shape())) {
          form_->setShape(closing.shape);
          sketch(closing.shape);
        }
        answer(RoadWords::closes(*roads_.picture()->network().graph, closing.edges, closing.spared));
      });
  if (!asked) answer({RoadWords::state(roads_), {}, false});
}

bool DeskRoads::giveUp() {
  if (form_->isVisible()) {
    form_->close();
    return true;
  }
  return canvas_.dropDrawing();
}

}  // namespace fengsui
