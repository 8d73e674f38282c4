#include "app/staff.hpp"
#include "cli/demo.hpp"
#include "cli/regional.hpp"
#include "cli/serve.hpp"
#include "store/site_store.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

using namespace medskapa;

namespace {

void add_place(CLI::App& command, cli::Place& place) {
    command.add_option("--data", place.data, "The folder of the installation")->required();
    command.add_option("--database", place.database_url, "postgresql://... instead of the embedded database");
}

void add_listen(CLI::App& command, cli::ServeOptions& options) {
    command.add_option("--listen", options.listen, "ADDRESS:PORT")->capture_default_str();
    command.add_option(
        "--base-url", options.base_url, "How visitors reach us, for example https://rus.example.org");
    command.add_option(
        "--trusted-proxy", options.trusted_proxies, "Address of a proxy whose X-Forwarded-For is believed");
    command.add_option("--workers", options.workers, "Threads that answer requests")->capture_default_str();
}

int demo(const cli::ServeOptions& options, bool serves) {
    const auto links = cli::fill_demo(options.place, cli::now());
    const auto base = options.base_url.empty() ? "http://" + options.listen : options.base_url;
    std::cout << "The demo is filled: " << base << "/\nSign-in links, each good once and for a day:\n";
    for (const auto& link : links)
        std::cout << "  " << link.process << ", " << link.role << ": " << base << link.path << '\n';
    return serves ? cli::serve(options) : 0;
}

int add_user(
    const cli::Place& place, const User& user, const std::string& role_name, const std::string& slug) {
    Role role{};
    if (!find_name<Role>(role_name, role))
        throw std::runtime_error{
            "Unknown role. Choose viewer, moderator, editor, handler or process_leader."};
    sql::Writer writer{cli::laid_out(place), cli::now};
    const auto db = sql::open(place.database(), sql::Access::read_only);
    const auto known = store::processes(*db);
    const auto process =
        slug.empty() && known.size() == 1 ? std::optional{known.front()} : store::process_named(*db, slug);
    if (!process) throw std::runtime_error{"No process has that address. Name one with --process."};
    const auto token = writer.write([&](auto& tx) {
        return app::invite(
            tx, cli::operators_permit(Action::manage_users, process->id), *process, user, role);
    });
    if (!token) return cli::refused(token.error());
    std::cout << "/inloggning/" << *token << '\n';
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Medskapa: write the region's development strategy together"};
    app.require_subcommand(1);
    app.footer("Example: medskapa demo --data /tmp/medskapa-demo");

    cli::ServeOptions options;
    bool no_serve = false;
    auto* demo_command = app.add_subcommand("demo", "Fill an empty folder with the demo and serve it");
    add_place(*demo_command, options.place);
    add_listen(*demo_command, options);
    demo_command->add_flag("--no-serve", no_serve, "Only fill");

    auto* serve_command = app.add_subcommand("serve", "Serve a site");
    add_place(*serve_command, options.place);
    add_listen(*serve_command, options);

    auto* migrate_command = app.add_subcommand("migrate", "Bring the database to this program's layout");
    add_place(*migrate_command, options.place);

    User user;
    std::string role;
    std::string process;
    auto* user_command = app.add_subcommand("user", "Staff")->require_subcommand(1);
    auto* add_command = user_command->add_subcommand("add", "Invite one; prints a sign-in link");
    add_place(*add_command, options.place);
    add_command->add_option("--email", user.email)->required();
    add_command->add_option("--name", user.name)->required();
    add_command->add_option("--role", role, "viewer, moderator, editor, handler or process_leader")
        ->required();
    add_command->add_option("--process", process, "The process' address");

    int analysed = 2;
    cli::add_regional(app, analysed);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    try {
        if (*demo_command) return demo(options, !no_serve);
        if (*serve_command) return cli::serve(options);
        if (*migrate_command) return cli::laid_out(options.place) ? 0 : 1;
        if (*add_command) return add_user(options.place, user, role, process);
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << error.what() << '\n';
        return 1;
    }
    return analysed;
}
