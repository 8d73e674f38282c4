#include "web/frame/visit.hpp"

#include "web/frame/forms/not_saved.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web {
namespace {

struct Problem {
    const char* title;
    const char* text;
};

/// What somebody wrote to may have gone while they wrote.
constexpr Problem gone{
    N_("It is not there any longer"), N_("Somebody has removed it, or changed it so that your words have no "
                                         "place, while you wrote. Nothing was "
                                         "saved. Copy what you wrote, and look at the page again.")};

constexpr Problem unknown_reader{N_("You need to sign in"),
    N_("The page is for those who work with the process. Sign in with a "
       "passkey, with your passphrase and code, or with a link that we mail you.")};
/// A reader who is signed in, but whose role is another.
constexpr Problem wrong_role{N_("Your role does not allow this"),
    N_("Ask the process leader if you need it for your work: they decide who has which role.")};

Problem problem_of(Failure::Kind kind) {
    switch (kind) {
        case Failure::Kind::not_found:
            return {
                N_("Page not found"), N_("The page may have moved, or the address is misspelt. Search the "
                                         "site, or go to the start page.")};
        case Failure::Kind::not_allowed: return wrong_role;
        case Failure::Kind::closed:
            return {N_("This is closed"),
                N_("The time for this is over, or has not come. Look at what is open now.")};
        case Failure::Kind::conflict:
            return {N_("This has changed since you read it"),
                N_("Go back, load the page again and read the new version.")};
        case Failure::Kind::invalid: break;
    }
    return {N_("Something is missing"), N_("We could not read what was sent. Go back and try again.")};
}

/// What is said where no page could be made.
Problem trouble_of(int status) {
    if (status == 404) return problem_of(Failure::Kind::not_found);
    if (status == 413)
        return {N_("It is too large"), N_("A file may be 10 MB at most. Go back and send a smaller file, or "
                                          "divide what you send.")};
    if (status == 503)
        return {N_("Many are here right now"),
            N_("Wait a moment and load the page again. Nothing has been lost.")};
    if (status == 504)
        return {N_("It took too long"), N_("If you sent something, we do not know whether it was saved. Look "
                                           "before you send it again.")};
    if (status == 507)
        return {N_("Right now you can only read"), N_("Nothing you sent was saved. Everything saved "
                                                      "before is there. Go back, keep what you wrote "
                                                      "and try again later.")};
    if (status >= 500)
        return {N_("Something went wrong with us"),
            N_("We have noted the error. Go back and try again, or ring us and say the number "
               "below.")};
    return {N_("The request could not be read"),
        N_("It was broken off, too large or malformed. Go back and try again.")};
}

}  // namespace

int status_of(Failure::Kind kind) {
    switch (kind) {
        case Failure::Kind::invalid: return 422;
        case Failure::Kind::not_found: return 404;
        case Failure::Kind::not_allowed: return 403;
        case Failure::Kind::closed:
        case Failure::Kind::conflict: return 409;
    }
    return 500;
}

Response problem(const Visit& visit, Failure::Kind kind) {
    const auto typed = written(visit);
    const bool is_gone = kind == Failure::Kind::not_found && !typed.empty();
    const bool is_stranger = kind == Failure::Kind::not_allowed && !visit.signed_in;
    const auto said = is_gone ? gone : is_stranger ? unknown_reader : problem_of(kind);
    const auto home = visit.process ? visit.href(address::start_page) : visit.href(address::front_page);
    const auto sign_in = when(kind == Failure::Kind::not_allowed && !visit.signed_in,
        ui::button_link(visit.href(address::ask_for_link), visit.words("Sign in"), ui::Weight::quiet));
    const auto body = html(R"(
<div class="lost"><div>
<h1>{title}</h1>
<p class="lead">{text}</p>{written}
<p>{home}</p>
<p class="meta">{code}</p>
</div>{cairn}</div>)",
        "title"_a = visit.words(said.title), "text"_a = visit.words(said.text), "written"_a = typed,
        "home"_a = html(
            "{} {}", ui::button_link(home, visit.words("To the start page"), ui::Weight::filled), sign_in),
        "code"_a = visit.words("Code {}", status_of(kind)), "cairn"_a = ui::broken_cairn());
    auto content = visit.process ? process_page(visit, visit.words(said.title), body, "-")
                                 : site_page(visit, visit.words(said.title), body);
    return page(content, visit, status_of(kind));
}

Response status_page(int status, const std::string& request_id) {
    const auto& words = words_of(Language::sv);
    const auto trouble = trouble_of(status);
    ui::Page content{.title = words(trouble.title),
        .body = html(R"(<h1>{}</h1><p class="lead">{}</p><p class="meta">{}</p>)", words(trouble.title),
            words(trouble.text), words("Code {}, number {}", status, request_id))};
    content.name = "Medskapa";
    Response response;
    response.status = status;
    response.body = ui::layout(content, words).markup();
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace medskapa::web
