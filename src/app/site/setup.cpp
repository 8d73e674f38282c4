#include "app/site/setup.hpp"

#include "app/act/transaction.hpp"
#include "app/site/site.hpp"
#include "app/staff/staff.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/site/opening_store.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"

#include <set>

namespace medskapa::app {
namespace {

constexpr std::string_view between_languages = " / ";
constexpr std::string_view no_words = "-";

/// "Resor / Travel": the last language may hold what stands between languages.
Localized localized(std::string_view line, const Languages& languages) {
    Localized words;
    for (const auto language : languages) {
        const auto end = language == languages.back() ? line.npos : line.find(between_languages);
        const auto own = text::trimmed(line.substr(0, end));
        words.set(language, own == no_words ? std::string{} : own);
        line = end == line.npos ? std::string_view{} : line.substr(end + between_languages.size());
    }
    return words;
}

/// The form asks for two e-mail addresses, so the leader's has a name of its own.
void add_complaints_about_leader(std::vector<Complaint>& complaints, const User& leader) {
    for (auto& complaint : complaints_about(leader)) {
        if (complaint.place == Field::email) complaint.place = Field::leader_email;
        complaints.push_back(std::move(complaint));
    }
}

}  // namespace

std::vector<Municipality> municipalities_from(const std::string& lines) {
    std::vector<Municipality> places;
    std::set<std::string> codes;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto line = text::one_line(raw);
        const auto blank = line.find(' ');
        if (blank == std::string::npos || !codes.insert(line.substr(0, blank)).second) continue;
        places.push_back({line.substr(0, blank), line.substr(blank + 1)});
    }
    return places;
}

std::vector<Topic> topics_from(const std::string& lines, const Languages& languages) {
    std::vector<Topic> topics;
    std::set<std::string> slugs;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto title = localized(text::one_line(raw), languages);
        const auto slug = slug_of(title.original());
        if (slug.size() >= 2 && slugs.insert(slug).second) topics.push_back({{}, slug, title});
    }
    return topics;
}

std::vector<Subject> subjects_from(const std::string& lines, const Languages& languages) {
    std::vector<Subject> subjects;
    std::set<std::string> keys;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto line = text::one_line(raw);
        const auto bar = line.find(" | ");
        const auto title = localized(bar == line.npos ? line : line.substr(bar + 3), languages);
        const auto key = bar == line.npos ? slug_of(title.original()) : line.substr(0, bar);
        if (!title.empty() && !key.empty() && keys.insert(key).second) subjects.push_back({key, title});
    }
    return subjects;
}

std::string line_of(const Localized& words, const Languages& languages) {
    std::string line;
    for (const auto language : languages) {
        const auto& own = words.only_in(language);
        if (language != languages.front()) line += between_languages;
        line += own.empty() ? no_words : own;
    }
    const auto last = std::string{between_languages} + std::string{no_words};
    while (line.ends_with(last)) line.resize(line.size() - last.size());
    return line;
}

Result<std::string> make_setup_link(Permitted<Action::administer> act) {
    auto token = base32(random_bytes(20));
    if (store::processes(act.db()).empty() && !store::site_opening(act.db()))
        (void)store::add(tx(act), SiteOpening{.begun_at = act.now()});
    store::add_setup_link(tx(act), digest_of_token(token), act.now() + setup_link_life);
    return token;
}

Result<SetUp> set_up(Permitted<Action::set_up> act, const std::string& token, Process draft,
    const InspelChoices& choices, User leader) {
    if (!store::take_setup_link(tx(act), digest_of_token(token))) return refuse(Failure::Kind::not_found);
    // The link came from the operator, and with it the operator's right to open a process.
    auto process = open_process(by_operator(act, {}), std::move(draft), choices);
    auto failure = process ? Failure{} : process.error();
    add_complaints_about_leader(failure.complaints, leader);
    if (!process || !failure.complaints.empty()) return tl::unexpected{failure};
    const auto invitation = invite(by_operator(act, *process), std::move(leader), Role::process_leader);
    if (!invitation) return tl::unexpected{invitation.error()};
    if (!invitation->token) return SetUp{*std::move(process), std::nullopt};
    auto session = sign_in(act, *invitation->token);
    if (!session) return tl::unexpected{session.error()};
    return SetUp{*std::move(process), *std::move(session)};
}

}  // namespace medskapa::app
