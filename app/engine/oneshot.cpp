// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oneshot.h"

#include <qgsmaprendererparalleljob.h>

#include <QElapsedTimer>
#include <QImage>
#include <cstdlib>
#include <iostream>

#include "engine/layerstate.h"
#include "engine/mapproject.h"

namespace fengsui::engine {

int printLayers(const std::string& project) {
  auto opened = MapProject::open(project);
  if (!opened) {
    std::cerr << opened.error() << '\n';
    return EXIT_FAILURE;
  }
  std::cout << protocol::encode((*opened)->describe()).json << '\n';
  return EXIT_SUCCESS;
}

int renderToFile(const std::string& project, const protocol::Render& request, const std::string& file) {
  auto opened = MapProject::open(project);
  if (!opened) {
    std::cerr << opened.error() << '\n';
    return EXIT_FAILURE;
  }
  protocol::Render wanted = request;
  if (wanted.extent.empty()) wanted.extent = (*opened)->describe().extent;
  if (wanted.extent.empty()) {
    std::cerr << "no extent was given and no layer of " << project << " has one\n";
    return EXIT_FAILURE;
  }
  auto troubles = (*opened)->troublesIn(wanted);
  QElapsedTimer clock;
  clock.start();
  QgsMapRendererParallelJob job((*opened)->settingsFor(wanted));
  job.start();
  job.waitForFinished();
  for (const auto& error : job.errors()) {
    troubles.push_back({error.layerID.toStdString(), drawingTrouble(error.message)});
  }
  for (const auto& trouble : troubles) std::cerr << trouble.layer << ": " << trouble.message.en << '\n';
  if (!job.renderedImage().save(QString::fromStdString(file))) {
    std::cerr << file << ": the image cannot be written\n";
    return EXIT_FAILURE;
  }
  std::cerr << "drawn in " << clock.elapsed() << " ms, 1:" << static_cast<long>(job.mapSettings().scale()) << '\n';
  return EXIT_SUCCESS;
}

}  // namespace fengsui::engine
