#pragma once

#include "app/site/site.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/staff/authorisation.hpp"
#include "support/databases.hpp"

/// The tests' small world: one revision with a topic, a place and one open activity, and another process
/// beside it.
namespace example {

inline const Clock stockholm{"Europe/Stockholm"};
inline const Day today = stockholm.day(noon);
inline const std::string secret(32, 's');

/// A member of staff with this role in this process.
inline Actor with_role(Role role, const Process& process) {
    return {.user = {1}, .roles = {{process.id, role}}, .is_operator = false};
}

inline Process revision_draft(const std::string& slug = "rus-2050") {
    Process process;
    process.slug = slug;
    process.name = {"Strategi 2050", "Strategy 2050"};
    process.contact_email = "rus@example.org";
    return process;
}

inline const InspelChoices choices{
    {{{}, "resor", {"Resor", "Travel"}}}, {{"future-needs", {"Framåt", "Ahead"}}}, {{"2326", "Berg"}}};

struct World {
    Process revision;
    Activity activity;
};

inline World settle(TestDatabase& database, const std::string& slug = "rus-2050") {
    World world;
    world.revision =
        database.act([&](auto& act) { return app::open_process(act, revision_draft(slug), choices); })
            .value();
    Activity draft;
    draft.slug = "lamna-inspel";
    draft.title = {"Lämna ett inspel", "Give an inspel"};
    draft.opens = today;
    draft.closes = today;
    world.activity =
        database.act(world.revision, [&](auto& act) { return app::add_activity(act, draft); }).value();
    return world;
}

inline InspelDraft draft(const std::string& text) {
    InspelDraft typed;
    typed.text = text;
    typed.topic = "resor";
    typed.concerns = "future-needs";
    typed.municipality = "2326";
    typed.actor_kind = "citizen";
    return typed;
}

}  // namespace example
