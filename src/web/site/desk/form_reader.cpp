#include "web/site/desk/form.hpp"
#include "web/ui/forms/field_names.hpp"

#include <algorithm>

namespace medskapa::web::site::desk {

void put(Values& values, const std::string& name, const Localized& text) {
    for (const auto language : all_languages()) values[name_in(name, language)] = text.only_in(language);
}

void put(Values& values, const std::string& name, const std::optional<Day>& day) {
    values[name] = day ? time::iso(*day) : std::string{};
}

std::string Reader::line(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string{} : found->second;
}

Localized Reader::localized(const std::string& name) const {
    Localized words;
    for (const auto language : all_languages()) words.set(language, line(name_in(name, language)));
    return words;
}

std::vector<Complaint> Reader::together_with(const std::vector<Complaint>& found) const {
    auto all = complaints_;
    for (const auto& one : found) {
        const bool is_known =
            std::any_of(complaints_.begin(), complaints_.end(), [&](const Complaint& known) {
                return ui::name_in_form(known.place) == ui::name_in_form(one.place);
            });
        if (!is_known && values_.contains(ui::name_in_form(one.place))) all.push_back(one);
    }
    return all;
}

std::optional<Day> Reader::day(const std::string& name) {
    const auto typed = line(name);
    const auto day = time::read_day(typed);
    if (!typed.empty() && !day) complaints_.push_back(ui::not_a_day(name, typed));
    return day;
}

LocalTime Reader::moment(const std::string& name) {
    const auto typed = line(name);
    const auto moment = time::read_local(typed);
    const auto complaint = ui::not_a_day(name, typed);
    if (!moment && !complaint.holes.empty())
        complaints_.push_back(complaint);
    else if (!moment)
        complain(name, N_("Write day and time as 2026-05-14T10:00"));
    return moment.value_or(LocalTime{});
}

}  // namespace medskapa::web::site::desk
