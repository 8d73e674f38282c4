#include "web/ui/forms/form.hpp"

#include "base/time.hpp"
#include "web/ui/forms/field_names.hpp"

#include <algorithm>

namespace medskapa::web::ui {
namespace {

/// "Begins: ", or "What is it? "
std::string before(const Complaint& complaint, const Labels& labels) {
    const auto label = labels.find(name_in_form(complaint.place));
    if (label == labels.end()) return {};
    return label->second + (label->second.ends_with('?') ? " " : ": ");
}

}  // namespace

Html error_summary(const Complaints& complaints, const Words& words) {
    return error_summary(complaints, Labels{}, words);
}

Html error_summary(const Complaints& complaints, const Labels& labels, const Words& words) {
    if (complaints.empty()) return {};
    const auto title = words.count("{} thing needs to be put right", "{} things need to be put right",
        static_cast<std::int64_t>(complaints.size()));
    return html(R"(
<div class="summary" role="alert" aria-labelledby="fel" tabindex="-1">
  <h2 id="fel">{}</h2>
  <ul>{}
  </ul>
</div>)",
        title, each(complaints, [&](const Complaint& complaint) {
            const auto name = name_in_form(complaint.place);
            return html(R"(
    <li><a href="#{}">{}{}</a></li>)",
                name.empty() ? "innehall" : name, before(complaint, labels), words.complaint(complaint));
        }));
}

std::string place_in_table(const Place& place, const Words& words) {
    const auto column = name_of_column(place);
    return place.line == 0 ? column : words("row {}, {}", place.line, column);
}

Complaint not_a_day(const std::string& field, std::string_view typed) {
    const auto first = typed.substr(0, 10);
    const auto day = time::read_date(first);
    if (day && !time::read_day(first)) return {field, N_("{} does not exist"), {*day}};
    return {field, N_("Write the day as 2026-05-14"), {}};
}

}  // namespace medskapa::web::ui
