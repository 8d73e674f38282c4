#pragma once

#include "support/forms.hpp"

/// Priorities, as a process leader writes them down at the desk.
namespace example {

inline const std::string priority_pages = "/processer/rus-2050/prioriteringar";
inline const std::string priority_desk = "/processer/rus-2050/handlaggning/prioriteringar";
inline const std::string weighing_pages = "/processer/rus-2050/vagning";

/// A process leader at the desk.
struct PriorityLeader {
    TestSite site;
    std::string session;

    explicit PriorityLeader(TestDatabase& database)
        : site{database}, session{site.session(Role::process_leader, site.world.revision)} {}

    web::Response send(PageForm form, const web::http::Fields& typed) const {
        for (const auto& [name, value] : typed) set(form, name, value);
        return site.post_as_it_is(form.action, session, form.fields);
    }
    std::string body(const std::string& address) const { return site.get(address, session).body; }
    web::Response propose(const std::string& title, const web::http::Fields& more = {}) const {
        web::http::Fields typed{{"titel", title}, {"text", "Om " + title}};
        typed.insert(typed.end(), more.begin(), more.end());
        return send(form_to(body(priority_desk + "/ny"), "/prioriteringar/ny"), typed);
    }
    web::Response decide(int number, const web::http::Fields& typed) const {
        const auto address = priority_desk + "/" + std::to_string(number) + "/beslut";
        return send(form_to(body(address), "/beslut"), typed);
    }
    void propose_four() const {
        for (const auto* title : {"Energi", "Mat", "Sport", "Vård"}) REQUIRE(propose(title).status == 303);
    }
    web::Response open_weighing() const {
        return send(form_to(body("/processer/rus-2050/handlaggning/vagning"), "/vagning"),
            {{"titel", "Vad väger mest?"}});
    }
    web::Response read(const std::string& address) const { return site.get(address); }
    std::int64_t rows(const std::string& table) const {
        return site.database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
};

}  // namespace example
