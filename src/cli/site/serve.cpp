#include "cli/site/serve.hpp"

#include "app/conversation/opinion_map_updater.hpp"
#include "app/site/release.hpp"
#include "base/text.hpp"
#include "cli/files.hpp"
#include "cli/log/fetch.hpp"
#include "cli/site/listening.hpp"
#include "cli/site/metrics.hpp"
#include "cli/site/repeating.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "jobs/forget_backups.hpp"
#include "web/http/head.hpp"
#include "web/log/rules.hpp"
#include "web/routes.hpp"

#include <iostream>

namespace medskapa::cli {
namespace {

namespace http = web::http;

constexpr auto zone = "Europe/Stockholm";
constexpr std::chrono::milliseconds map_interval{1500};  // a map is at most this old, and the time to draw it
constexpr int rounds_to_commit = 400;
constexpr std::chrono::minutes between_sweeps{10};

http::Options options_of(const ServeOptions& asked) {
    auto options = listening_on(asked.listen);
    options.workers = asked.workers;
    options.max_connections = connections_allowed(asked.workers);
    options.trusted_proxies = asked.trusted_proxies;
    if (const auto host = asked.base_url.find("//"); host != std::string::npos)
        options.hosts.push_back(text::host_without_port(asked.base_url.substr(host + 2)));
    return options;
}

http::Handler handler(const web::Site& site, const web::Router& router, const sql::Database& database) {
    const std::shared_ptr<sql::Connection> db = sql::open(database, sql::Access::read_only);
    return [&site, &router, db](const http::Request& request) { return router.answer(site, *db, request); };
}

openlog::Policy policy_in(const std::string& file) {
    const auto text = bytes_of(file);
    if (!text) give_up(N_("{} could not be read. Check the name and that you may read it."), file);
    auto policy = openlog::read_policy(*text);
    if (!policy) throw std::runtime_error{words().complaint(policy.error().complaints.front())};
    return *std::move(policy);
}

std::vector<jobs::WitnessAddress> witnesses_in(const openlog::Policy& policy) {
    std::vector<jobs::WitnessAddress> witnesses;
    for (std::size_t i = 0; i < policy.witnesses().size(); ++i)
        if (auto url = policy.addresses()[i]; !url.empty()) {
            while (url.ends_with('/')) url.pop_back();
            witnesses.push_back({policy.witnesses()[i], std::move(url)});
        }
    return witnesses;
}

/// The program's own file, wherever it was started from.
app::Release this_program(const http::Options& options, const http::Budgets& budgets) {
    const auto bytes = bytes_of("/proc/self/exe");
    if (!bytes) give_up(N_("The program's own file could not be read."));
    return {MEDSKAPA_VERSION, sha256(*bytes), web::log::public_rules(options, budgets)};
}

jobs::LogSettings witnessed_log_of(const ServeOptions& asked) {
    auto log = log_of(asked.installation, asked.base_url);
    if (asked.witnesses.empty() && asked.waits_for_witnesses)
        give_up(N_("--wait-for-witnesses needs --witnesses FILE, which says who they are."));
    if (asked.witnesses.empty()) return log;
    const auto policy = policy_in(asked.witnesses);
    log.witnesses = witnesses_in(policy);
    if (log.witnesses.empty()) give_up(N_("The file {} names no witness with an address."), asked.witnesses);
    log.ask = post_to;
    if (asked.waits_for_witnesses) log.quorum = policy;
    return log;
}

}  // namespace

int serve(const ServeOptions& asked) {
    const auto options = options_of(asked);
    const EndingSignals signals;

    const Clock clock{zone};
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto log = witnessed_log_of(asked);
    open_log(writer, log);
    (void)app::perform(writer, Actor::operating(), {},
        [&](auto& act) { return app::note_release(act, this_program(options, asked.budgets)); });
    const jobs::LogJob publishing{log, writer, now};
    web::Site site{
        writer, clock, now, asked.installation.secret(), asked.base_url, asked.installation.log_folder()};
    const web::Router router{web::all_routes(), asked.budgets};
    http::Server server{options, [&] { return handler(site, router, asked.installation.database()); },
        web::status_page, [&](const http::Request& head) { return router.body_rule(head, options); }};
    app::OpinionMapUpdater updater{sql::open(asked.installation.database(), sql::Access::read_only), writer,
        clock, now, OpinionResult::fewest_shown};
    const Repeating maps{map_interval, "opinion maps", [&, rounds = 0]() mutable {
                             updater.refresh();
                             if (++rounds % rounds_to_commit == 0) updater.commit_votes();
                         }};
    const auto reader = sql::open(asked.installation.database(), sql::Access::read_only);
    std::optional<Repeating> forgetting;
    if (const auto& keys = asked.backup_keys; !keys.folder.empty())
        forgetting.emplace(between_sweeps, "keys of backups", [&] {
            (void)jobs::forget_backups(
                keys.folder, clock.day(now()), std::chrono::days{keys.days_kept}, *reader, writer);
        });
    if (site.base_url.empty())
        site.base_url = "http://" + options.address + ":" + std::to_string(server.port());
    std::optional<MetricsPage> metrics;
    if (!asked.metrics.empty()) metrics.emplace(asked.metrics, asked.installation, server, writer);
    signals.serve(server, options.address);
    return 0;
}

}  // namespace medskapa::cli
