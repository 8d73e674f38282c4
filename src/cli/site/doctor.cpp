#include "cli/site/doctor.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/serve/sign_in_services.hpp"
#include "cli/site/checks.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

struct Asked {
    Examination examination;
    bool json = false;
};

/// Nothing more is looked at where the data folder is not.
Checks examined(const Examination& asked) {
    const auto& installation = asked.installation;
    if (installation.data.empty()) {
        Checks checks{warned("data",
            N_("Only the database is examined. Name the folder with --data to examine the secret, the log, "
               "the disk and the backups too"))};
        check_database(installation, checks);
        return checks;
    }
    if (!std::filesystem::is_directory(installation.data))
        return {failed("data", N_("There is no folder {}. Name it with --data"), {installation.data})};
    const std::atomic<bool> is_ending{false};
    auto checks = quick_checks(asked, is_ending);
    for (auto& check : thorough_checks(asked)) checks.push_back(std::move(check));
    return checks;
}

int examine(const Asked& asked) {
    const auto checks = examined(asked.examination);
    if (asked.json)
        std::cout << nlohmann::ordered_json{{"holds", all_hold(checks)}, {"checks", as_json(checks)}}.dump()
                  << '\n';
    else
        print(checks);
    std::vector<std::string> names;
    for (const auto& check : checks)
        if (check.state == CheckState::fail) names.push_back(check.name);
    if (!names.empty())
        std::cerr << words()(N_("These checks failed: {}. What to do stands with each."),
                         fmt::format("{}", fmt::join(names, ", ")))
                  << '\n';
    return all_hold(checks) ? 0 : 1;
}

void add_server_options(Command& doctor, Examination& asked) {
    doctor.add_option("--base-url", asked.base_url, "How visitors reach the site: as serve has it");
    doctor.add_option("--witnesses", asked.witnesses, "The file of witnesses that serve has");
    add_sign_in_services(doctor, asked.sign_in_services);
    add_mail_server(doctor, asked.mail);
    add_config_of_server(doctor);
}

}  // namespace

Checks quick_checks(const Examination& asked, const std::atomic<bool>& is_ending) {
    const auto& installation = asked.installation;
    Checks checks{passed("data", N_("the data folder is there"))};
    check_permissions(installation, checks);
    check_machine(installation, checks);
    check_history(asked, checks);
    check_backups(installation, asked.keys, checks);
    check_law(installation, checks);
    if (!asked.knows_server)
        checks.push_back(warned("server",
            N_("How the server is started is not known here, so mail and its address are examined as far as "
               "they are named. Name the file that it is started with by --config")));
    if (!is_ending) check_address(asked, checks);
    if (!is_ending) check_mail(asked, is_ending, checks);
    if (!is_ending) check_sign_in_services(asked.sign_in_services, checks);
    return checks;
}

Checks thorough_checks(const Examination& asked) {
    Checks checks;
    check_database(asked.installation, checks);
    check_log(asked.installation, checks);
    return checks;
}

void add_doctor(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Asked>();
    auto* doctor = program.add_subcommand("doctor", "Say what is wrong with an installation");
    add_installation_or_database(*doctor, asked->examination.installation);
    add_backup_keys(*doctor, asked->examination.keys);
    add_server_options(*doctor, asked->examination);
    doctor->add_flag(
        "--json", asked->json, "Print one JSON object: every check with name, state and sentence");
    doctor->footer("Example: medskapa doctor --data /var/lib/medskapa --json");
    doctor->callback([asked, &exit_code] {
        demand_folder(asked->examination.installation, "");
        auto& examination = asked->examination;
        examination.knows_server = !examination.base_url.empty() || !examination.mail.server.empty();
        exit_code = run_command([&] { return examine(*asked); });
    });
}

}  // namespace medskapa::cli
