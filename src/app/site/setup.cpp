#include "app/site/setup.hpp"

#include "app/site/site.hpp"
#include "app/staff/staff.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/staff/staff_store.hpp"

#include <set>

namespace medskapa::app {
namespace {

/// "Resor / Travel"
Localized in_both_languages(const std::string& line) {
    const auto slash = line.find(" / ");
    if (slash == line.npos) return {line, {}};
    return {text::trimmed(line.substr(0, slash)), text::trimmed(line.substr(slash + 3))};
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

std::vector<Topic> topics_from(const std::string& lines) {
    std::vector<Topic> topics;
    std::set<std::string> slugs;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto title = in_both_languages(text::one_line(raw));
        const auto slug = slug_of(title.sv);
        if (slug.size() >= 2 && slugs.insert(slug).second) topics.push_back({{}, slug, title});
    }
    return topics;
}

std::vector<Subject> subjects_from(const std::string& lines) {
    std::vector<Subject> subjects;
    std::set<std::string> keys;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto line = text::one_line(raw);
        const auto bar = line.find(" | ");
        const auto title = in_both_languages(bar == line.npos ? line : line.substr(bar + 3));
        const auto key = bar == line.npos ? slug_of(title.sv) : line.substr(0, bar);
        if (!title.sv.empty() && !key.empty() && keys.insert(key).second) subjects.push_back({key, title});
    }
    return subjects;
}

Result<std::string> make_setup_link(sql::Transaction& tx, const Permit& permit) {
    if (permit.action() != Action::administer) return refuse(Failure::Kind::not_allowed);
    auto token = base32(random_bytes(20));
    store::add_setup_link(tx, digest_of_token(token), tx.now() + setup_link_life);
    return token;
}

Result<SetUp> set_up(sql::Transaction& tx, const Permit&, const std::string& token, Process draft,
    const InspelChoices& choices, User leader) {
    if (!store::take_setup_link(tx, digest_of_token(token))) return refuse(Failure::Kind::not_found);
    // The link came from the operator, and with it the operator's right to open a process.
    const auto opening = authorize(Actor::operating(), Action::administer, {});
    auto process = open_process(tx, *opening, std::move(draft), choices);
    auto failure = process ? Failure{} : process.error();
    add_complaints_about_leader(failure.complaints, leader);
    if (!process || !failure.complaints.empty()) return tl::unexpected{failure};
    const auto inviting = authorize(Actor::operating(), Action::manage_users, process->id);
    const auto invitation = invite(tx, *inviting, *process, std::move(leader), Role::process_leader);
    if (!invitation) return tl::unexpected{invitation.error()};
    auto session = sign_in(tx, *inviting, *invitation);
    if (!session) return tl::unexpected{session.error()};
    return SetUp{*std::move(process), *std::move(session)};
}

}  // namespace medskapa::app
