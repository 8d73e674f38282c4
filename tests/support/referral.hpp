#pragma once

#include "app/document/document.hpp"
#include "app/referral/referral.hpp"
#include "app/referral/referral_answer.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "support/example.hpp"

/// The small world with a strategy that has been sent on referral to two parties.
namespace example {

inline constexpr auto little_strategy = R"(# Länet 2050 {#RUS}

## 1 Vision {#RUS-1}

[RUS-1-p1] Länet är en plats att leva på.

## 2 Mål {#RUS-2}

[RUS-2-p1] Alla ska nå en affär.
)";

inline const Day last_day = today + std::chrono::days{90};

/// A document with this text, frozen for referral.
inline Version frozen_for_referral(TestDatabase& database, const Process& process,
    const Document& document_draft, const std::string& markdown) {
    const auto write = [&](auto verb) { return database.act(process, verb).value(); };
    const auto document = write([&](auto& act) {
        return app::open_document(act, document_draft, *read_manuscript(markdown, document_draft.code));
    });
    return write([&](auto& act) {
        return app::freeze(act, document, Version::Kind::referral, document_draft.title + ", remissversion");
    });
}

struct Asked {
    TestDatabase& database;
    World world;
    Document document;
    Referral referral;

    template <class Verb>
    auto act(Verb verb) const {
        return database.act(process(), verb);
    }

    explicit Asked(TestDatabase& where) : database{where}, world{settle(where)} {
        Referral draft;
        draft.version =
            frozen_for_referral(database, process(), {{}, {}, {}, "RUS", "Länet 2050"}, little_strategy).id;
        draft.letter = "Vi ber om ert svar.";
        draft.deadline = last_day;
        referral = act([&](auto& act) { return app::send_referral(act, draft, today); }).value();
        document = store::documents_of(*database.db, process().id).front();
        act([&](auto& act) {
            return app::invite_parties(act, referral,
                {{"Bergs kommun", "municipality", "berg@example.org", {}},
                    {"Byalaget", "civil_society", "", {}}});
        }).value();
    }

    const Process& process() const { return world.revision; }
    std::vector<Party> parties() const { return store::parties_of(*database.db, referral.id); }
    Party party() const { return parties().front(); }

    app::Submission submission(std::optional<Party> from) const {
        ReferralDraft draft;
        draft.position = "tillstyrker_med_andringar";
        draft.parts = {{"", "Vi tillstyrker."}, {"RUS-2", "Säg hur långt."}};
        draft.title = "Remissvar";
        draft.organisation = "Bergs kommun";
        draft.actor_kind = "municipality";
        draft.contact = "berg@example.org";
        draft.author = "Anna";
        return {referral, std::move(from), draft, {}, today};
    }
    Result<app::Receipt> answer(const app::Submission& submission, const std::string& key = "nyckel") const {
        return act([&](auto& act) { return app::answer_referral(act, submission, {key, secret}); });
    }
};

}  // namespace example
