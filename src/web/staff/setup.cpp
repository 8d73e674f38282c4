#include "web/staff/setup.hpp"

#include "app/site/setup.hpp"
#include "store/staff/staff_store.hpp"
#include "web/issue/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/sign_in.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::staff {
namespace {

Html text(const Visit& visit, const char* name, const std::string& label, const std::string& hint,
    ui::Input input, const ui::Complaints& complaints) {
    return ui::text_field(
        {.name = name, .label = label, .value = std::string{visit.field(name)}, .hint = hint}, input,
        complaints, visit.words);
}

Html lines(const Visit& visit, const char* name, const std::string& label, const std::string& hint) {
    return ui::text_area({.name = name,
                             .label = label,
                             .value = std::string{visit.field(name)},
                             .hint = hint,
                             .is_optional = true},
        8, {}, visit.words);
}

Response form_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Open a process");
    auto fields = text(visit, "titel", words("Name of the process"), words("For example: Strategy for 2050"),
        ui::Input::text, complaints);
    fields += text(visit, "adress", words("Address"), words("Small letters, digits and hyphens: rus-2050"),
        ui::Input::text, complaints);
    fields += text(visit, "epost", words("E-mail for questions"), words("Shown on every page."),
        ui::Input::email, complaints);
    fields += text(visit, "namn", words("Your name"), {}, ui::Input::text, complaints);
    fields += text(visit, "din-epost", words("Your e-mail"), words("You become the process leader."),
        ui::Input::email, complaints);
    fields +=
        lines(visit, "kommuner", words("Municipalities"), words("One a line, with its code: 2303 Ragunda"));
    fields += lines(visit, "amnen", words("Topics"),
        words("One a line, in each language of the process: Resor / Travel"));
    const auto body = html(
        R"({errors}<h1>{title}</h1><p class="lead">{lead}</p><form method="post" action="{action}" novalidate>{fields}<p>{submit}</p></form>)",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a = words("Everything here can be changed later, but for the address."),
        "action"_a = visit.href(address::set_up, visit.path.at("token")), "fields"_a = fields,
        "submit"_a = ui::submit(words("Open the process"), ui::Weight::filled));
    auto content = site_page(visit, title, body);
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Process typed_process(const Visit& visit) {
    Process process;
    process.name = Localized{std::string{visit.field("titel")}};
    process.slug = std::string{visit.field("adress")};
    process.contact_email = std::string{visit.field("epost")};
    process.contact_role = {"Processledare", "Process leader"};
    return process;
}

InspelChoices typed_choices(const Visit& visit) {
    return {app::topics_from(std::string{visit.field("amnen")}, Process{}.languages),
        {{"whole", {"Hela strategin", "The whole strategy"}}},
        app::municipalities_from(std::string{visit.field("kommuner")})};
}

/// Whoever has the setup link need not be the person whose address was typed, so nobody is signed in.
Response opened_for_known(const Visit& visit, const Process& process) {
    const auto title = visit.words("The process is open");
    const auto lead = visit.words(
        "There is an account with that address already. It leads the process now. Sign in with a link of "
        "your "
        "own: whoever runs the server can make one.");
    auto content = site_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p><p>{way}</p>)", "title"_a = title, "lead"_a = lead,
            "way"_a = ui::button_link(visit.href_in(process, address::start_page),
                visit.words("To the start page"), ui::Weight::filled)));
    content.width = ui::Width::column;
    return not_stored(page(content, visit));
}

}  // namespace

Response form(const Visit& visit) {
    if (!store::setup_link_is_good(visit.db, app::digest_of_token(visit.path.at("token")), visit.now))
        return staff::used_up(visit);
    return form_page(visit, {}, 200);
}

Response set_up(const Visit& visit) {
    const User leader{{}, std::string{visit.field("din-epost")}, std::string{visit.field("namn")}};
    const auto done = visit.write([&](auto& act) {
        return app::set_up(act, visit.path.at("token"), typed_process(visit), typed_choices(visit), leader);
    });
    if (done && done->session)
        return staff::enter(visit, *done->session, visit.href_in(done->process, address::to_answer));
    if (done) return opened_for_known(visit, done->process);
    if (done.error().kind == Failure::Kind::not_found) return staff::used_up(visit);
    return form_page(visit, done.error().complaints, status_of(done.error().kind));
}

}  // namespace medskapa::web::staff
