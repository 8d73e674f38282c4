#pragma once

#include "web/ui/forms/form.hpp"

#include <string>
#include <string_view>

/// An act that cannot be undone says so, and is confirmed by a word, which makes one stop and read.
namespace medskapa::web::ui {

inline constexpr const char* confirm_name = "ord";

/// The field for the word, which its label says. `hint`: what follows.
Html confirm_field(const std::string& word, const std::string& hint, std::string_view typed,
    const Complaints&, const Words&);
/// Whether the word was written, in capital letters or small.
bool is_confirmed(const std::string& word, std::string_view typed);
Complaint not_confirmed(const std::string& word);

/// The result where the word was written. Else a refusal that has the result's own complaints too, so that
/// all that is wrong is said at once.
template <class T>
Result<T> when_confirmed(Result<T> result, const std::string& word, std::string_view typed) {
    if (is_confirmed(word, typed)) return result;
    if (result) return refuse(Failure::Kind::invalid, {not_confirmed(word)});
    if (result.error().kind == Failure::Kind::invalid)
        result.error().complaints.push_back(not_confirmed(word));
    return result;
}

}  // namespace medskapa::web::ui
