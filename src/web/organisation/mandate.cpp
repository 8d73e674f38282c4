#include "app/organisation/mandate.hpp"
#include "domain/field.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/mandate_view.hpp"
#include "web/organisation/pages.hpp"

/// What an organisation reads and says of who speaks for it, by a link that only it was sent.
namespace medskapa::web::organisation {
namespace {

app::MandateLink link_of(const Visit& visit) {
    return {std::string{visit.path.at("speaker")}, visit.site.secret};
}

std::string own_href(const Visit& visit) {
    return visit.href(address::mandate_page, visit.path.at("speaker"));
}

Response mandate_page_of(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto opened = app::opened_mandate(visit.db, *visit.process, link_of(visit));
    if (!opened) return problem(visit, Failure::Kind::not_found);
    const auto title = visit.words("Who speaks for {}", opened->organisation.name);
    const auto body = html("{}<h1>{}</h1>{}", ui::error_summary(complaints, visit.words), title,
        mandate_view(visit, *opened, complaints));
    auto content = process_page(visit, title, body, "-");
    content.width = ui::Width::column;
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return page_with_form(std::move(content), visit, complaints, status);
}

Result<Mandate> done(const Visit& visit) {
    const auto typed = [&](Field field) { return std::string{visit.field(name_of(field))}; };
    const auto does = visit.field("gor");
    const auto link = link_of(visit);
    const auto today = visit.today();
    return visit.write([&](auto& act) -> Result<Mandate> {
        if (does == "bekrafta") {
            Confirmation confirmation{
                typed(Field::confirmed_by), Mandate::Scope::inspel, time::read_day(typed(Field::last_day))};
            find_name<Mandate::Scope>(typed(Field::scope), confirmation.scope);
            return app::confirm_mandate(act, link, confirmation, today);
        }
        if (does == "avboj") return app::decline_mandate(act, link);
        if (does == "godkann") return app::approve_mandate(act, link, typed(Field::approved_by), today);
        if (does == "aterkalla") return app::withdraw_mandate(act, link);
        if (does == "bekrafta-annan")
            return app::confirm_as_representative(
                act, link, std::string{visit.field("fullmakt")}, typed(Field::confirmed_by), today);
        return refuse(Failure::Kind::not_found);
    });
}

}  // namespace

Response mandate(const Visit& visit) {
    return mandate_page_of(visit, {}, 200);
}

Response answer_mandate(const Visit& visit) {
    const auto said = done(visit);
    if (said) return see_other(own_href(visit));
    if (!said.error().complaints.empty()) return mandate_page_of(visit, said.error().complaints, 422);
    // By a second click, or since somebody else has answered: the page says how it stands.
    if (said.error().kind == Failure::Kind::conflict) return mandate_page_of(visit, {}, 409);
    return problem(visit, said.error().kind);
}

}  // namespace medskapa::web::organisation
