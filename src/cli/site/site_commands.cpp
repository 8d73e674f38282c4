#include "app/inspel/sent_file.hpp"
#include "app/site/setup.hpp"
#include "app/staff/staff.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/site/process_asked_for.hpp"
#include "demo/demo.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/staff/addresses.hpp"

#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

int run_demo(const ServeOptions& options, bool serves) {
    if (!app::can_redraw())
        give_up(
            N_("The program medskapa-redraw is missing, which draws the demo's pictures. Put it next to "
               "medskapa, or in /usr/libexec/medskapa."));
    const auto links = demo::fill_demo(options.installation, options.base_url, now());
    const auto base = options.base_url.empty() ? "http://" + options.listen : options.base_url;
    std::cout << words()(N_("The demo is filled: {}"), base + '/') << '\n'
              << words()(N_("Sign-in links, each good once and for a day:")) << '\n';
    for (const auto& link : links)
        std::cout << "  " << link.process << ", " << link.role << ": " << base << link.path << '\n';
    std::cout << words()(N_(
                     "Try: send an inspel to the review, then publish, split and answer it as Handläggare."))
              << '\n';
    return serves ? serve(options) : 0;
}

struct Invited {
    Installation installation;
    User user;
    std::string role;
    std::string process;
    std::string base_url;
};

int invite(const Invited& asked) {
    Role role{};
    if (!find_name<Role>(asked.role, role))
        give_up(N_("Nobody has that role. Choose viewer, moderator, editor, handler or process_leader."));
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto process = process_asked_for(*db, asked.process);
    const auto token =
        app::perform(writer, Actor::operating(), process, [&](auto& act) -> Result<std::string> {
            const auto invited = app::invite(act, asked.user, role);
            if (!invited) return tl::unexpected{invited.error()};
            return app::make_sign_in_link(act, invited->user.id);
        });
    if (!token) return refused(token.error());
    std::cout << asked.base_url << path_to(address::sign_in, *token) << '\n';
    return 0;
}

/// For who has lost phone and recovery codes, and has no leader to ask.
int reset(const Invited& asked) {
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto process = process_asked_for(*db, asked.process);
    const auto user = store::user_with_address(*db, text::lower(text::one_line(asked.user.email)));
    if (!user) give_up(N_("Nobody who works here has that address."));
    const auto token = app::perform(
        writer, Actor::operating(), process, [&](auto& act) { return app::reset_sign_in(act, user->id); });
    if (!token) return refused(token.error());
    std::cout << asked.base_url << path_to(address::sign_in, *token) << '\n';
    return 0;
}

int make_setup_link(const Installation& installation, const std::string& base_url) {
    sql::Writer writer{store::begin_installation(installation, now()), now};
    const auto token =
        app::perform(writer, Actor::operating(), {}, [](auto& act) { return app::make_setup_link(act); });
    if (!token) return refused(token.error());
    const auto base = base_url.empty() ? std::string{"http://127.0.0.1:8080"} : base_url;
    std::cout << base << path_to(address::set_up, *token) << std::endl;
    const auto clock = installation.clock();
    std::cerr << words()(
                     N_("The link is good once, until {}. Give it to whoever is to lead the work: five "
                        "questions follow, which can be left and come back to. A new link goes on with the "
                        "same answers."),
                     words().moment(clock.local(now() + app::setup_link_life)))
              << '\n';
    if (base_url.empty())
        std::cerr << words()(
                         N_("Nobody has said how visitors reach the site, so the link leads to a server on "
                            "this machine. Say it with --base-url, or with --config and the server's file."))
                  << '\n';
    return 0;
}

}  // namespace

Process process_asked_for(sql::Connection& db, const std::string& slug) {
    const auto known = store::processes(db);
    if (slug.empty() && known.size() == 1) return known.front();
    auto process = store::process_named(db, slug);
    if (!process) give_up(N_("No process has that address. Name one with --process."));
    return *std::move(process);
}

void add_demo(Command& program, int& exit_code) {
    struct Asked {
        ServeOptions options;
        bool no_serve = false;
    };
    const auto asked = std::make_shared<Asked>();
    auto* command = program.add_subcommand("demo", "Fill an empty folder with the demo and serve it");
    add_installation(*command, asked->options.installation);
    add_listen(*command, asked->options);
    command->add_flag("--no-serve", asked->no_serve, "Only fill");
    command->footer("Example: medskapa demo --data /tmp/medskapa-demo");
    command->callback([asked, &exit_code] {
        exit_code = run_command([&] { return run_demo(asked->options, !asked->no_serve); });
    });
}

void add_serve(Command& program, int& exit_code) {
    const auto options = std::make_shared<ServeOptions>();
    auto* command = program.add_subcommand("serve", "Serve a site");
    add_installation(*command, options->installation);
    add_listen(*command, *options);
    command->footer("Example: medskapa serve --data /var/lib/medskapa --base-url https://rus.example.org");
    command->callback([options, &exit_code] { exit_code = run_command([&] { return serve(*options); }); });
}

void add_setup(Command& program, int& exit_code) {
    struct Asked {
        Installation installation;
        std::string base_url;
    };
    const auto asked = std::make_shared<Asked>();
    auto* command = program.add_subcommand("setup", "Create an installation; prints a one-time setup link");
    add_installation(*command, asked->installation);
    command->add_option("--base-url", asked->base_url, "How visitors reach us; put before the link");
    add_config_of_server(*command);
    command->footer("Example: medskapa setup --data /var/lib/medskapa --base-url https://rus.example.org");
    command->callback([asked, &exit_code] {
        exit_code = run_command([&] { return make_setup_link(asked->installation, asked->base_url); });
    });
}

void add_process_and_address(Command& command, Invited& asked) {
    add_installation(command, asked.installation);
    command.add_option("--email", asked.user.email, "Address")->required();
    command.add_option("--process", asked.process, "The process' address; not needed when there is one only");
    command.add_option("--base-url", asked.base_url, "How visitors reach us; put before the link");
}

void add_invite(Command& user, int& exit_code) {
    const auto asked = std::make_shared<Invited>();
    auto* command =
        user.add_subcommand("add", "Invite one, or change a role; prints a one-time sign-in link");
    add_process_and_address(*command, *asked);
    command->add_option("--name", asked->user.name, "Name")->required();
    command->add_option("--role", asked->role, "viewer, moderator, editor, handler or process_leader")
        ->required();
    command->footer(
        "Example: medskapa user add --data D --email e@example.org --name Eva --role handler --process rus");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return invite(*asked); }); });
}

void add_reset(Command& user, int& exit_code) {
    const auto asked = std::make_shared<Invited>();
    auto* command = user.add_subcommand("reset",
        "Take away the passphrase, app and passkeys of one who has lost them; prints a one-time sign-in "
        "link");
    add_process_and_address(*command, *asked);
    command->footer("Example: medskapa user reset --data D --email e@example.org --process rus");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return reset(*asked); }); });
}

void add_user(Command& program, int& exit_code) {
    auto* user = program.add_subcommand("user", "Staff")->require_subcommand(1);
    add_invite(*user, exit_code);
    add_reset(*user, exit_code);
    user->footer(
        "Example: medskapa user add --data D --email e@example.org --name Eva --role handler --process rus");
}

}  // namespace medskapa::cli
