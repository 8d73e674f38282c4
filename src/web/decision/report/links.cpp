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

Response file_of(const std::string& content_type, const std::string& name) {
    Response response;
    response.content_type = content_type;
    response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    return response;
}

}  // namespace

Response links_csv(const Visit& visit) {
    auto response = file_of("text/csv; charset=utf-8", "lankar.csv");
    response.body = "inspel,issue,outcome,change,kind,paragraph,version,decision\r\n";
    store::each_link(visit.db, visit.process->id, [&](const Link& link) {
        response.body += csv::line(
            {named_if(link.inspel, "I-"), issue_of(link), outcome_of(link), named_if(link.change, "Ä-"),
                link.kind, link.paragraph, version_of(link), named_if(link.decision, "B-")});
    });
    return response;
}

Response links_json(const Visit& visit) {
    auto response = file_of("application/json", "lankar.json");
    response.body = "{\"process\": " + nlohmann::json(visit.process->slug).dump() + ", \"links\": [";
    bool is_first = true;
    store::each_link(visit.db, visit.process->id, [&](const Link& link) {
        response.body += is_first ? "\n" : ",\n";
        response.body += json_of(link).dump();
        is_first = false;
    });
    response.body += "\n]}\n";
    return response;
}

}  // namespace medskapa::web::decision::report
