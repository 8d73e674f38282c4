#pragma once

#include "base/time.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <string>
#include <vector>

/// Steps, trace and agenda: where we have been, are, and will be.
namespace medskapa::web::ui {

enum class Place { done, here, ahead };

/// One of the process's steps. Its dates may be vague; what has an exact date belongs in an agenda.
struct Step {
    Place place = Place::ahead;
    std::string title;
    std::string when = {};
    Html detail = {};       // after "Done": a link to what came of it
    std::string href = {};  // where the title leads
    bool is_off = false;    // struck through; `when` says why
};

Html steps(const std::vector<Step>&, const Words&);

/// One stone on the path from words to decision.
struct Stone {
    Place place = Place::done;
    std::string label;  // "Svar · 19 augusti"
    Html what = {};
};

Html trace(const std::vector<Stone>&);

struct AgendaItem {
    Day first;
    Day last;
    std::string title;
    std::string href = {};
    std::string meta = {};
    std::string changed = {};  // "Ändrat 24 augusti, var 31 augusti"
    Html note = {};
    bool is_off = false;  // struck through; `changed` says why
};

Html agenda(const std::vector<AgendaItem>&, const Words&);

}  // namespace medskapa::web::ui
