#include "web/mail/subjects.hpp"

#include "store/correction/correction_store.hpp"
#include "store/document/document_store.hpp"
#include "store/document/happenings.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/addresses.hpp"

namespace medskapa::web::mail {
namespace {

constexpr int most_news = 20;

std::optional<Inspel> public_inspel(sql::Connection& db, const Process& process, int number) {
    auto inspel = store::inspel_numbered(db, process.id, number);
    if (!inspel || inspel->state != Inspel::State::published) return std::nullopt;
    return inspel;
}

/// The days of a digest, as moments.
struct Days {
    Day since;
    Day until;
    Instant from;
    Instant to;

    bool has(Day day) const { return since <= day && day < until; }
    bool has(const std::optional<Instant>& moment) const { return moment && from <= *moment && *moment < to; }
};

void add_of_process(std::vector<Happening>& all, sql::Connection& db, const Process& process,
    const Words& words, const Days& days) {
    for (const auto& item : store::newest_news(db, process.id, most_news))
        if (days.has(item.day) && !item.withdrawn)
            all.push_back({words.in(item.title), path_to(address::news_page, process.slug)});
    const auto counts = store::published_between(db, process.id, days.from, days.to);
    if (counts.inspel > 0)
        all.push_back(
            {words.count("{} inspel has been published", "{} inspel have been published", counts.inspel),
                path_to(address::inspel_list, process.slug)});
    if (counts.answers > 0)
        all.push_back(
            {words.count("{} answer has been published", "{} answers have been published", counts.answers),
                path_to(address::inspel_list, process.slug)});
    for (const auto& one : store::corrections_in(db, process.id, 0, most_news))
        if (days.has(one.made_at))
            all.push_back({words("Correction {}", reference(one)) + ": " + shown(one.kind, words),
                path_to(address::corrections_page, process.slug) + "#" + reference(one)});
    for (const auto& version : store::frozen_between(db, process.id, days.from, days.to))
        all.push_back({words("A new version of the text: {}", version.title),
            path_to(address::documents_page, process.slug)});
}

void add_of_inspel(std::vector<Happening>& all, sql::Connection& db, const Process& process,
    const Inspel& inspel, const Words& words, const Days& days) {
    for (const auto& issue : store::issues_of(db, inspel.id)) {
        const auto answer = store::find_answer(db, issue.answer);
        if (answer && days.has(answer->published_at))
            all.push_back({words("I-{} has an answer", inspel.number),
                path_to(address::inspel_page, process.slug, inspel.number)});
    }
}

void add_of_paragraph(std::vector<Happening>& all, sql::Connection& db, const Process& process,
    const std::string& code, const Words& words, const Days& days) {
    const auto node = store::node_named(db, process.id, code);
    if (!node) return;
    for (const auto& wording : store::wordings_of(db, node->node.id))
        if (days.has(wording.version.frozen_at))
            all.push_back(
                {words("{} has new words", code), path_to(address::paragraph_page, process.slug, code)});
}

}  // namespace

std::optional<std::string> name_of_subject(
    sql::Connection& db, const Process& process, const std::string& subject, const Words& words) {
    const auto followed = read_followed(subject);
    if (!followed) return std::nullopt;
    switch (followed->kind) {
        case Followed::Kind::process: return words.in(process.name);
        case Followed::Kind::inspel:
            if (!public_inspel(db, process, followed->number)) return std::nullopt;
            return "I-" + std::to_string(followed->number);
        case Followed::Kind::paragraph: break;
    }
    const auto node = store::node_named(db, process.id, followed->code);
    if (!node || !store::is_public(db, node->node.id)) return std::nullopt;
    return followed->code;
}

std::vector<Happening> happenings(sql::Connection& db, const Clock& clock, const Process& process,
    const std::string& subject, const Words& words, Day since, Day until) {
    const Days days{since, until, clock.start_of(since), clock.start_of(until)};
    std::vector<Happening> all;
    const auto followed = read_followed(subject);
    if (!followed) return all;
    if (followed->kind == Followed::Kind::process) add_of_process(all, db, process, words, days);
    if (followed->kind == Followed::Kind::paragraph)
        add_of_paragraph(all, db, process, followed->code, words, days);
    if (followed->kind == Followed::Kind::inspel)
        if (const auto inspel = public_inspel(db, process, followed->number))
            add_of_inspel(all, db, process, *inspel, words, days);
    return all;
}

}  // namespace medskapa::web::mail
