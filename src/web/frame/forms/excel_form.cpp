#include "web/frame/forms/excel_form.hpp"

#include "base/csv/excel.hpp"

#include <algorithm>
#include <array>

namespace medskapa::web {
namespace {

struct ColumnTitle {
    std::string_view name;
    const char* title;
};

constexpr std::array<ColumnTitle, 43> titles{{{"activity", N_("Activity")}, {"language", N_("Language")},
    {"number", N_("Running number")}, {"received", N_("Received")}, {"channel", N_("Channel")},
    {"actor_kind", N_("Type of sender")}, {"organisation", N_("Organisation")},
    {"municipality", N_("Municipality code")}, {"topic", N_("Topic")}, {"concerns", N_("Concerns")},
    {"title", N_("Title")}, {"text", N_("Text")}, {"outcomes", N_("Outcomes")}, {"inspel", N_("Inspel")},
    {"issue", N_("Issue")}, {"outcome", N_("Outcome")}, {"change", N_("The change")},
    {"changes", N_("Changes")}, {"kind", N_("Type")}, {"paragraph", N_("Paragraph of the text")},
    {"version", N_("Version")}, {"decision", N_("Decision")}, {"sender", N_("Sender")},
    {"asked", N_("Invited")}, {"confirmed", N_("Sender confirmed")}, {"position", N_("Position")},
    {"case_number", N_("Case number")}, {"answer", N_("The answer")}, {"party", N_("Party")},
    {"contact", N_("Contact")}, {"last_day", N_("Last day")}, {"state", N_("Status")},
    {"link", N_("Address of the link")}, {"timestamp", N_("Time (ms)")}, {"datetime", N_("Time")},
    {"vote", N_("Vote")}, {"comment-body", N_("Statement")}, {"code", N_("Code")}, {"label", N_("Name")},
    {"note", N_("Note")}, {"name", N_("Name")}, {"line_of_work", N_("Line of work")},
    {"sector", N_("Kind of actors")}}};

}  // namespace

std::string excel_href(std::string csv_href) {
    csv_href += csv_href.find('?') == csv_href.npos ? '?' : '&';
    return csv_href + "form=excel";
}

bool asks_for_excel(const http::Request& request) {
    return std::any_of(request.query.begin(), request.query.end(),
        [](const auto& field) { return field.first == "form" && field.second == "excel"; });
}

http::Response in_excel_form(http::Response response, const Words& words) {
    if (response.status != 200 || !response.content_type.starts_with("text/csv")) return response;
    response.body = csv::for_excel(response.body, [&](std::string_view name) {
        const auto known = std::find_if(
            titles.begin(), titles.end(), [&](const ColumnTitle& column) { return column.name == name; });
        return known == titles.end() ? std::string{name} : words(known->title);
    });
    if (response.rest && !asks_for_excel(*response.rest)) response.rest->query.emplace_back("form", "excel");
    return response;
}

}  // namespace medskapa::web
