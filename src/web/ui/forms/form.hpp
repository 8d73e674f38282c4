#pragma once

#include "base/result.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <map>
#include <string>
#include <vector>

/// One column: label, hint, error, field. A field's id is its name, so that the summary's links lead to it.
namespace medskapa::web::ui {

struct Field {
    std::string name;
    std::string label;
    std::string value = {};
    std::string hint = {};
    bool is_optional = false;
    std::string autocomplete = {};
    bool is_short = false;
    std::vector<std::string> suggestions = {};  // what may be written, and need not
};

enum class Input { text, email, tel, url, search, number, date, datetime, password, file };

struct Choice {
    std::string value;
    std::string label;
    std::string hint = {};
};

/// All that an enum offers, in the order of its names.
template <class Enum>
std::vector<Choice> choices_of(const Words& words) {
    std::vector<Choice> choices;
    for (const auto& name : names_of<Enum>)
        choices.push_back({std::string{name.word}, shown(name.value, words)});
    return choices;
}

using Complaints = std::vector<Complaint>;

/// What fields are called, by their names.
using Labels = std::map<std::string, std::string, std::less<>>;

/// Stands first on a refused form and has the focus. Empty when there is nothing to put right.
Html error_summary(const Complaints&, const Words&);
/// The same with the label before each sentence that does not say by itself which field it is about.
Html error_summary(const Complaints&, const Labels&, const Words&);

/// Where in a table that was read in: "row 3, vem".
std::string place_in_table(const Place&, const Words&);

/// About a field for a day, when what was typed there is none: it is not in the calendar, or not written so.
Complaint not_a_day(const std::string& field, std::string_view typed);

Html text_field(const Field&, Input, const Complaints&, const Words&);
Html text_area(const Field&, int rows, const Complaints&, const Words&);
Html select(const Field&, const std::vector<Choice>&, const Complaints&, const Words&);
Html radio_group(const Field&, const std::vector<Choice>&, const Complaints&, const Words&);
/// Ticked when the value is "ja", which is also what it sends.
Html checkbox(const Field&, const Complaints&, const Words&);
Html hidden_field(const std::string& name, const std::string& value);

/// An act that cannot be taken back: what follows from it stands above its form, and both are folded away
/// under its name.
Html guarded(const std::string& act, const std::string& consequence, const Html& form);

enum class Weight { filled, quiet, small };
Html submit(const std::string& text, Weight);
Html button_link(const std::string& href, const std::string& text, Weight);

}  // namespace medskapa::web::ui
