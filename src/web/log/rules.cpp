#include "web/log/rules.hpp"

#include "app/conversation/opinion.hpp"
#include "app/site/addresses.hpp"
#include "app/site/release.hpp"
#include "app/staff/staff.hpp"
#include "domain/conversation/opinion_result.hpp"
#include "domain/decision/decision.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/original_file.hpp"
#include "engine/opinion/groups/robust.hpp"
#include "engine/opinion/map.hpp"
#include "engine/opinion/statistics/routing.hpp"
#include "web/log/pages.hpp"

#include <fmt/format.h>

namespace medskapa::web::log {
namespace {

struct RuleInForce {
    const char* meaning;
    std::string_view name;
    std::string value;
};

template <class Value>
std::string written(const Value& value) {
    return fmt::format("{}", value);
}

template <class Enum>
std::string all_names() {
    std::string all;
    for (const auto& name : names_of<Enum>) all += (all.empty() ? "" : " ") + std::string{name.word};
    return all;
}

std::string seconds(std::chrono::milliseconds time) {
    return fmt::format("{}", std::chrono::duration<double>{time}.count());
}

std::vector<RuleInForce> rules_of_review() {
    return {
        {N_("Every inspel is read by a person before it is shown. Why one may be declined:"),
            "inspel.decline_reasons", all_names<DeclineReason>()},
        {N_("Characters in the title of an inspel, at most"), "inspel.longest_title",
            written(longest_inspel_title)},
        {N_("Characters in the text of an inspel, at most"), "inspel.longest_text", written(longest_inspel)},
        {N_("Files that come with an inspel or an answer to a formal consultation, at most"), "file.most",
            written(most_files)},
        {N_("Bytes in those files together, at most"), "file.largest", written(largest_files)},
        {N_("A statement is shown when it has been read, or at once and until it is rejected, as the "
            "conversation's own entry in the log says. Why one may be rejected:"),
            "statement.reject_reasons", all_names<RejectReason>()},
        {N_("Characters in a statement, at most"), "statement.longest", written(longest_statement)},
    };
}

std::vector<RuleInForce> rules_of_votes() {
    return {
        {N_("No mark and no number of the opinion map stands for fewer people than"), "opinion.fewest_shown",
            written(OpinionResult::fewest_shown)},
        {N_("There is no opinion map of fewer people than"), "opinion.fewest_people",
            written(OpinionResult::fewest_people)},
        {N_("Votes of five people and more are committed to the log when there are this many, or all when "
            "voting ends"),
            "opinion.fewest_committed", written(app::fewest_committed)},
        {N_("The program that draws the opinion map changes its name when the same votes may give another "
            "map"),
            "opinion.engine", std::string{opinion::engine_version}},
        {N_("Chance is drawn from this number, so that the same votes give the same map"), "opinion.seed",
            written(opinion::Settings{}.seed)},
        {N_("Votes that a person must have cast to belong to a group, unless there are fewer statements"),
            "opinion.votes_for_a_group", written(opinion::Settings::enough_votes)},
        {N_("People in groups at least; until then those who have voted most fill up"),
            "opinion.fewest_grouped", written(opinion::Settings::fewest_grouped)},
        {N_("Groups at most"), "opinion.most_groups", written(opinion::RobustGroups::most)},
        {N_("Times that people are drawn anew to see whether the groups come back"), "opinion.samples",
            written(opinion::Stability::samples)},
        {N_("Agreement below which the groups are called uncertain"), "opinion.stable_enough",
            written(opinion::Stability::enough)},
        {N_("Agreement below which no groups are shown"), "opinion.least_agreement",
            written(opinion::RobustGroups::least_agreement)},
        {N_("The share of showings kept for statements that few have seen"), "opinion.share_of_the_unseen",
            written(opinion::share_of_the_unseen)},
        {N_("Times shown until a statement is no longer one of those"), "opinion.enough_exposures",
            written(opinion::enough_exposures)},
    };
}

std::vector<RuleInForce> limits_of(const http::Options& options) {
    using std::chrono::minutes;
    return {
        {N_("Bytes in a form that is sent, at most"), "http.largest_form", written(options.max_body)},
        {N_("Bytes in a form that is sent with a file, at most"), "http.largest_upload",
            written(options.max_upload)},
        {N_("Fields in a form, at most"), "http.most_fields", written(options.max_fields)},
        {N_("Connections at a time, at most; further ones are asked to come back"), "http.most_connections",
            written(options.max_connections)},
        {N_("Requests that may wait; further ones are asked to come back"), "http.queue",
            written(options.queue)},
        {N_("Seconds to send the head of a request"), "http.head_seconds", seconds(options.header_timeout)},
        {N_("Seconds to send the body of a request"), "http.body_seconds", seconds(options.body_timeout)},
        {N_("Seconds to take the answer"), "http.answer_seconds", seconds(options.write_timeout)},
        {N_("Minutes until a member of staff who does nothing is signed out"), "staff.idle_minutes",
            written(minutes{app::idle_limit}.count())},
        {N_("Minutes until a member of staff is signed out whatever they do"), "staff.most_minutes",
            written(minutes{app::session_limit}.count())},
    };
}

std::vector<RuleInForce> limits_of(const http::Budgets& budgets) {
    return {
        {N_("What all who share a network may send at once, and then each hour: inspel, answers and "
            "proposed statements"),
            "limit.writing", http::shown(budgets.writing)},
        {N_("Likewise votes"), "limit.voting", http::shown(budgets.voting)},
        {N_("Likewise sign-in links and receipt codes that are tried"), "limit.trying",
            http::shown(budgets.trying)},
        {N_("Likewise pages that have to be made"), "limit.reading", http::shown(budgets.reading)},
    };
}

Response text_file(std::string text, const char* kept) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(text);
    response.headers.emplace_back("Cache-Control", kept);
    return response;
}

}  // namespace

std::string public_rules(const http::Options& options, const http::Budgets& budgets) {
    const auto& swedish = words_of(Language::sv);
    std::string text = "medskapa.rules/v1\n";
    for (const auto& rules : {rules_of_review(), rules_of_votes(), limits_of(options), limits_of(budgets)}) {
        text += '\n';
        for (const auto& rule : rules)
            text += fmt::format("# {}\n{} {}\n", swedish(rule.meaning), rule.name, rule.value);
    }
    return text;
}

Response rules(const Visit& visit) {
    auto text = app::rules_at(visit.db, path_to(address::rules_file, visit.path.at("digest")));
    if (!text) return problem(visit, Failure::Kind::not_found);
    return text_file(*std::move(text), "public, max-age=31536000, immutable");
}

Response newest_rules(const Visit& visit) {
    const auto digest = app::rules_in_force(visit.db);
    auto text = digest ? app::rules_at(visit.db, app::address_of_rules(*digest)) : std::nullopt;
    if (!text) return problem(visit, Failure::Kind::not_found);
    return text_file(*std::move(text), "public, max-age=0, must-revalidate");
}

}  // namespace medskapa::web::log
