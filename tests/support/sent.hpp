#pragma once

#include "support/pages.hpp"

/// A referral on the web that two parties have been asked to answer.
namespace example {

inline const std::string process_path = "/processer/rus-2050";

/// The small world on the web, with a referral that two parties have been asked to answer.
struct Sent {
    TestSite site;
    Referral referral;

    explicit Sent(TestDatabase& database, const std::string& questions = {}) : site{database} {
        const auto write = [&](auto verb) { return database.act(site.world.revision, verb).value(); };
        Referral draft;
        draft.version = frozen_for_referral(
            database, site.world.revision, {{}, {}, {}, "RUS", "Länet 2050"}, little_strategy)
                            .id;
        draft.letter = "Vi ber om ert svar.";
        draft.deadline = today;
        draft.questions = read_questions(questions);
        referral = write([&](auto& act) { return app::send_referral(act, draft, today); });
        write([&](auto& act) {
            return app::invite_parties(act, referral,
                {{"Bergs kommun", "municipality", "berg@example.org"}, {"Byalaget", "civil_society", ""}});
        });
    }

    Party party() const { return store::parties_of(*site.database.db, referral.id).front(); }
    std::string door() const { return process_path + "/remiss/svar/" + app::link_of(party(), secret); }

    /// The form at that address, with these words in it and, where there is one, a file.
    web::Response send(const std::string& address, const web::http::Fields& typed,
        const std::string& bytes = "", const std::string& name = "svar.pdf") {
        return send_from(site.get(address), address, typed, bytes, name);
    }

    /// The same from a page that was opened before: another tab, or another person.
    web::Response send_from(const web::Response& tab, const std::string& address,
        const web::http::Fields& typed, const std::string& bytes = "", const std::string& name = "svar.pdf") {
        auto form = fields_in(tab.body);
        std::erase_if(form, [&](const auto& field) {
            return std::any_of(
                typed.begin(), typed.end(), [&](const auto& one) { return one.first == field.first; });
        });
        form.insert(form.end(), typed.begin(), typed.end());
        auto asked = site.request(web::http::Method::post, address);
        asked.form = form;
        if (!bytes.empty()) asked.uploads.push_back({"fil", name, bytes});
        return site.answer(asked);
    }

    void publish(int number) {
        site.database.act(site.world.revision, [&](auto& act) { return app::publish_inspel(act, number); })
            .value();
    }
};

}  // namespace example
