#include "base/csv/write.hpp"
#include "store/decision/report_store.hpp"
#include "web/decision/report/pages.hpp"
#include "web/frame/forms/csv_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

/// All paths from inspel to text as open data: one line a path, as far as it leads.
namespace medskapa::web::decision::report {
namespace {

using store::Link;

std::string named_if(int number, std::string_view prefix) {
    return number == 0 ? std::string{} : fmt::format("{}{}", prefix, number);
}

std::string issue_of(const Link& link) {
    return link.issue == 0 ? std::string{} : fmt::format("I-{}.{}", link.inspel, link.issue);
}

std::string outcome_of(const Link& link) {
    return link.issue == 0 ? std::string{} : std::string{name_of(link.outcome)};
}

std::string version_of(const Link& link) {
    return link.change == 0 ? std::string{} : fmt::format("{}/{}", link.document, link.version);
}

nlohmann::ordered_json json_of(const Link& link) {
    const auto or_null = [](const std::string& text) {
        return text.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(text);
    };
    return {{"inspel", or_null(named_if(link.inspel, "I-"))}, {"issue", or_null(issue_of(link))},
        {"outcome", or_null(outcome_of(link))}, {"change", or_null(named_if(link.change, "Ä-"))},
        {"kind", or_null(link.kind)}, {"paragraph", or_null(link.paragraph)},
        {"version", or_null(version_of(link))}, {"decision", or_null(named_if(link.decision, "B-"))}};
}

constexpr std::string_view after_name = "efter";

/// The request for the links that come after these.
std::optional<http::Request> rest_of(const Visit& visit, std::optional<int> after) {
    if (!after) return std::nullopt;
    auto rest = visit.request;
    rest.query_text = fmt::format("{}={}", after_name, *after);
    rest.query = {{std::string{after_name}, std::to_string(*after)}};
    return rest;
}

int after_of(const Visit& visit) {
    return Visit::number(visit.query(after_name)).value_or(0);
}

Response file_of(const std::string& content_type, const std::string& name) {
    Response response;
    response.content_type = content_type;
    response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    return response;
}

}  // namespace

/// A part at a time, each at its own moment, as the list of inspel.
Response links_csv(const Visit& visit) {
    auto response = file_of("text/csv; charset=utf-8", "lankar.csv");
    const auto number = after_of(visit);
    if (number == 0) response.body = "inspel,issue,outcome,change,kind,paragraph,version,decision\r\n";
    const auto after = store::each_link_after(visit.db, visit.process->id, number, [&](const Link& link) {
        response.body += csv::line(
            {named_if(link.inspel, "I-"), issue_of(link), outcome_of(link), named_if(link.change, "Ä-"),
                link.kind, link.paragraph, version_of(link), named_if(link.decision, "B-")});
    });
    response.rest = rest_of(visit, after);
    return response;
}

Response links_json(const Visit& visit) {
    auto response = file_of("application/json", "lankar.json");
    const auto number = after_of(visit);
    bool is_first = number == 0;
    if (is_first)
        response.body = "{\"process\": " + nlohmann::json(visit.process->slug).dump() + ", \"links\": [";
    std::optional<int> after = number;
    do {  // until there is something to put a comma after
        after = store::each_link_after(visit.db, visit.process->id, *after, [&](const Link& link) {
            response.body += is_first ? "\n" : ",\n";
            response.body += json_of(link).dump();
            is_first = false;
        });
    } while (after && is_first);
    if (!after) response.body += "\n]}\n";
    response.rest = rest_of(visit, after);
    return response;
}

}  // namespace medskapa::web::decision::report
