#pragma once

#include "support/conversations.hpp"
#include "support/visits.hpp"

/// The pages of a conversation, as somebody visits them.
namespace example {

inline const std::string voting_place = "/processer/rus-2050/aktiviteter/rosta";
inline const std::string voting_desk = "/processer/rus-2050/handlaggning/pastaenden/rosta";

/// The site with a conversation in it.
struct TestConversation {
    TestSite site;
    RunningConversation conversation;

    explicit TestConversation(TestDatabase& database)
        : site{database}, conversation{start_conversation(database, site.world.revision)} {}

    web::Response send(const std::string& below, web::http::Fields form, const std::string& cookie) const {
        auto request = site.request(web::http::Method::post, voting_place + below);
        request.form = std::move(form);
        if (!cookie.empty()) request.headers["cookie"] = cookie;
        return site.answer(request);
    }
    web::Response vote(int number, const char* stance, const std::string& cookie = "") const {
        return send("/rost", {{"nummer", std::to_string(number)}, {"rost", stance}}, cookie);
    }
    web::Response get(const std::string& below, const std::string& cookie = "") const {
        auto request = site.request(web::http::Method::get, voting_place + below);
        if (!cookie.empty()) request.headers["cookie"] = cookie;
        return site.answer(request);
    }
    void draw() const { updater_of(conversation).refresh(); }
};

inline void in_each_conversation(const std::function<void(const TestConversation&)>& check) {
    on_each_database([&](TestDatabase& database) { check(TestConversation{database}); });
}

inline std::string cookie_of(const web::Response& response) {
    const auto set = header(response, "Set-Cookie");
    return set.substr(0, set.find(';'));
}

}  // namespace example
