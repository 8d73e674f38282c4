#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/log/log.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "engine/openlog/signing/policy.hpp"

#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

struct PolicyOptions {
    Installation installation;
    std::string address;
    std::string witnesses;
};

struct EntryOptions {
    Installation installation;
    std::string contact;
    int queries_a_day = 86'400;
};

openlog::VerifierKey newest_key(const Installation& installation) {
    if (installation.log_key_files().empty())
        give_up(N_("The open log has not begun. Start the server once, or name another folder with --data."));
    const auto log = log_of(installation, "");
    return (log.later_keys.empty() ? log.key : log.later_keys.back()).verifier();
}

int print_policy(const PolicyOptions& asked) {
    openlog::Policy policy;
    if (!asked.witnesses.empty()) {
        const auto text = bytes_of(asked.witnesses);
        if (!text) return refused(text.error());
        auto read = openlog::read_policy(*text);
        if (!read) return refused(read.error());
        policy = *std::move(read);
    }
    std::cout << openlog::text_of(policy.for_log(newest_key(asked.installation), asked.address));
    return 0;
}

int print_entry(const EntryOptions& asked) {
    if (asked.contact.find('\n') != std::string::npos) give_up(N_("Write the contact on one line."));
    std::cout << fmt::format("vkey {}\nqpd {}\ncontact {}\n",
        openlog::as_vkey(newest_key(asked.installation)), asked.queries_a_day, asked.contact);
    return 0;
}

}  // namespace

void add_log_policy(Command& log, int& exit_code) {
    const auto asked = std::make_shared<PolicyOptions>();
    auto* command = log.add_subcommand(
        "policy", "Print whom to trust with this log, as a C2SP tlog-policy for witnesses and readers");
    add_installation(*command, asked->installation);
    command->add_option("--address", asked->address, "Where the log is read, https://.../logg");
    command->add_option(
        "--witnesses", asked->witnesses, "A tlog-policy whose witnesses and quorum are to be named");
    command->footer("Example: medskapa log policy --data D --address https://rus.example.org/logg");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return print_policy(*asked); }); });

    const auto entry = std::make_shared<EntryOptions>();
    auto* network = log.add_subcommand(
        "network-entry", "Print the entry with which this log joins a public network of witnesses");
    add_installation(*network, entry->installation);
    network->add_option("--contact", entry->contact, "Whom the network may write to")->required();
    network
        ->add_option(
            "--queries-a-day", entry->queries_a_day, "How often this log may ask a witness, as with serve")
        ->check(in_range(24, 86'400))
        ->capture_default_str();
    network->footer("Example: medskapa log network-entry --data D --contact drift@example.org");
    network->callback([entry, &exit_code] { exit_code = run_command([&] { return print_entry(*entry); }); });
}

}  // namespace medskapa::cli
