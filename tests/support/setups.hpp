#pragma once

#include "app/site/setup_answers.hpp"
#include "domain/site/description.hpp"
#include "store/site/opening_store.hpp"
#include "support/example.hpp"

/// A site that is set up by its five questions.
namespace example::inline setups_shared {

/// Answers that will do.
inline SetupDraft setup_answers(const std::string& slug = "rus-2050") {
    SetupDraft draft;
    draft.owner = "Region Tjärnlandet";
    draft.leader_name = "Ledaren";
    draft.leader_email = "leader@example.org";
    draft.mail = SetupDraft::Mail::test;
    draft.process_name = "Strategi 2050";
    draft.slug = slug;
    draft.decided = "En ny strategi";
    draft.decided_by = "Regionfullmäktige";
    draft.contact_role = "Processledaren";
    draft.contact_phone = "070-123 45 67";
    draft.contact_email = "fragor@example.org";
    return draft;
}

/// What a site must say of itself before it is opened.
inline SiteDescription all_that_law_asks() {
    SiteDescription description;
    for (const auto& setting : site_settings) {
        const bool is_words =
            setting.shape == SiteSetting::Shape::line || setting.shape == SiteSetting::Shape::lines;
        if (setting.line)
            description.*setting.line = is_words ? "Ord" : "namn@example.org";
        else
            description.*setting.words = {"Ord", "Word"};
    }
    description.compliance = SiteDescription::Compliance::full;
    description.examined_on = today;
    return description;
}

inline std::string setup_link(TestDatabase& database) {
    return database.act([](auto& act) { return app::make_setup_link(act); }).value();
}

inline Result<SetupDraft> answer(
    TestDatabase& database, const std::string& token, SetupQuestion question, const SetupDraft& typed) {
    return database.act_as(
        Actor::anybody(), {}, [&](auto& act) { return app::keep_setup_answer(act, token, question, typed); });
}

inline void answer_all(TestDatabase& database, const std::string& token, const SetupDraft& typed) {
    for (const auto question : app::questions_to_answer(*database.db))
        REQUIRE(answer(database, token, question, typed));
}

inline Result<app::SetUp> finish(TestDatabase& database, const std::string& token) {
    return database.act_as(
        Actor::anybody(), {}, [&](auto& act) { return app::finish_setup(act, token, "sv"); });
}

}  // namespace example::inline setups_shared
