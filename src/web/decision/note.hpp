#pragma once

#include "domain/decision/decision.hpp"
#include "domain/decision/sami_consultation.hpp"
#include "store/sql/connection.hpp"
#include "web/frame/visit.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

namespace medskapa::web::decision {

/// Who it was with, what happened when, and how it ended.
Html consultation_view(const SamiConsultation&, const Words&);

/// "Regionfullmäktige antog Jämtlands län 2050 den 17 februari 2021"
std::string title_of(sql::Connection&, const Decision&, const Words&);

/// "Regionfullmäktige, 17 februari 2021, § 12, dnr RS/1/2021: Jämtlands län 2050 (version 3)"
std::string sentence_of(sql::Connection&, const Decision&, const Words&);

/// A body's name.
std::string name_of_body(sql::Connection&, Id<Process>, Id<Body>, const Words&);

/// An item of a list: a link to it, with its day.
Html link_to(const Visit&, const Decision&);

}  // namespace medskapa::web::decision
