#include "demo/organisations.hpp"

#include "app/organisation/mandate.hpp"
#include "app/organisation/organisation.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/organisation/mandate_store.hpp"

namespace medskapa::demo {
namespace {

std::string what(const csv::Row& row) {
    return "organisations.csv " + row["name"];
}

void add(Stage& stage, const csv::Row& row) {
    Organisation organisation;
    organisation.name = row["name"];
    organisation.kind = named<OrganisationKind>(row["kind"]);
    organisation.sector = named<Sector>(row["sector"]);
    organisation.line_of_work = row["line_of_work"];
    organisation.registrar = row["registrar"];
    organisation.domain = row["domain"];
    organisation.asks_second = row["second"] == "yes";
    stage.write(what(row), [&](auto& act) { return app::add_organisation(act, organisation); });
}

void ask(Stage& stage, const csv::Row& row) {
    stage.write(what(row), [&](auto& act) {
        return app::ask_for_mandate(act, stage.inspel_codes.at(row["inspel"]),
            {row["speaker"], "sandare-" + row["inspel"] + "@example.org"}, stage.today());
    });
}

Mandate mandate_of(const Stage& stage, const csv::Row& row) {
    const auto number = stage.inspel_numbers.at(row["inspel"]);
    const auto inspel = store::inspel_numbered(stage.db(), stage.process.id, number).value();
    return store::mandate_of(stage.db(), inspel.id).value();
}

void answer(Stage& stage, const csv::Row& row) {
    const auto mandate = mandate_of(stage, row);
    const app::MandateLink link{app::registrars_link(mandate, stage.secret()), stage.secret()};
    if (row["answer"] == "declined") {
        stage.write(what(row), [&](auto& act) { return app::decline_mandate(act, link); });
        return;
    }
    const auto scope = row["answer"] == "process" ? Mandate::Scope::process : Mandate::Scope::inspel;
    const Confirmation confirmation{row["confirmer"], scope, stage.today() + std::chrono::days{730}};
    stage.write(
        what(row), [&](auto& act) { return app::confirm_mandate(act, link, confirmation, stage.today()); });
    if (row["approver"].empty()) return;
    const app::MandateLink second{app::approvers_link(mandate, stage.secret()), stage.secret()};
    stage.write(what(row),
        [&](auto& act) { return app::approve_mandate(act, second, row["approver"], stage.today()); });
}

void withdraw(Stage& stage, const csv::Row& row) {
    const app::MandateLink link{app::registrars_link(mandate_of(stage, row), stage.secret()), stage.secret()};
    stage.write(what(row), [&](auto& act) { return app::withdraw_mandate(act, link); });
}

}  // namespace

void plan_organisations(Stage& stage) {
    const auto plan = [&](const csv::Row& row, const char* column, void (*act)(Stage&, const csv::Row&)) {
        if (!row[column].empty())
            stage.plan(stage.content().moment(row[column]), [&stage, row, act] { act(stage, row); });
    };
    for (const auto& row : stage.content().rows("organisations.csv")) {
        plan(row, "added_at", add);
        plan(row, "asked_at", ask);
        plan(row, "answered_at", answer);
        plan(row, "withdrawn_at", withdraw);
    }
}

}  // namespace medskapa::demo
