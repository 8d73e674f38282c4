#include "cli/site/mail.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/serve/repeating.hpp"
#include "cli/terminal.hpp"
#include "domain/mail/address.hpp"
#include "store/mail/mail_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/visit.hpp"
#include "web/mail/letters.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace medskapa::cli {

class Mailing {
public:
    Mailing(std::unique_ptr<sql::Connection> reader, sql::Writer& writer, const jobs::MailServer& server,
        jobs::MailSender::Compose compose, const Clock& clock)
        : clock_{clock},
          sender_{std::move(reader), writer, server, std::move(compose)},
          rounds_{std::chrono::seconds{1}, "mail", [this] { round(); }} {}
    ~Mailing() { sender_.end(); }
    Mailing(const Mailing&) = delete;
    Mailing& operator=(const Mailing&) = delete;

private:
    /// What is wrong with the server is for the operator to know, once in a row; Repeating says it.
    void round() {
        sender_.write_digests(clock_.local(now()));
        sender_.send(now());
        if (!sender_.trouble().empty())
            throw std::runtime_error{
                words()(N_("the mail server could not be used, and is tried again: {}"), sender_.trouble())};
    }

    const Clock& clock_;
    jobs::MailSender sender_;
    Repeating rounds_;
};

namespace {

bool is_this_machine(const std::string& url) {
    const auto begin = url.find("//");
    if (begin == url.npos) return false;
    const auto host = text::host_without_port(url.substr(begin + 2));
    return host == "127.0.0.1" || host == "localhost" || host == "::1" || host == "[::1]";
}

std::string password_in(const std::string& file) {
    if (file.empty()) return {};
    const auto bytes = bytes_of(file);
    if (!bytes) give_up(N_("{} could not be read. Check the name and that you may read it."), file);
    return bytes->substr(0, bytes->find_first_of("\r\n"));
}

bool holds_an_example(sql::Connection& db) {
    const auto all = store::processes(db);
    return std::any_of(all.begin(), all.end(), [](const Process& process) { return process.is_example; });
}

jobs::MailSender::Compose composing(const web::mail::Office& office, const std::string& from) {
    return [office, from](sql::Connection& db, const Mail& mail) {
        return web::mail::message_of(db, office, mail, from, now());
    };
}

}  // namespace

jobs::MailServer mail_server_of(const MailSettings& asked) {
    const bool is_smtp = asked.server.starts_with("smtp://") || asked.server.starts_with("smtps://");
    if (!is_smtp) give_up(N_("Write the mail server as smtp://HOST:587 or smtps://HOST:465."));
    const auto from = mail_address(asked.from);
    if (!from) give_up(N_("Say with --mail-from which address our mail comes from."));
    if (asked.is_unencrypted && !is_this_machine(asked.server))
        give_up(
            N_("Mail is sent without encryption only to this machine itself. Take away "
               "--mail-unencrypted."));
    jobs::MailServer server{asked.server, *from};
    server.user = asked.user;
    server.password = password_in(asked.password_file);
    server.trusted = asked.trusted;
    server.needs_encryption = !asked.is_unencrypted;
    return server;
}

std::shared_ptr<Mailing> begin_mailing(const MailSettings& asked, const store::Installation& installation,
    const web::Site& site, sql::Writer& writer) {
    if (asked.server.empty()) return nullptr;
    const auto server = mail_server_of(asked);
    auto reader = sql::open(installation.database(), sql::Access::read_only);
    if (holds_an_example(*reader)) {
        std::cerr << words()(N_("medskapa: this is an example, so no mail is sent.")) << std::endl;
        return nullptr;
    }
    return std::make_shared<Mailing>(std::move(reader), writer, server,
        composing(
            {.clock = site.clock, .base_url = site.base_url, .secret = site.secret, .from_name = asked.name},
            server.from),
        site.clock);
}

namespace {

struct Outbox {
    Installation installation;
    std::string base_url;
    bool as_json = false;
};

/// A mail with its words, as they are now.
nlohmann::ordered_json shown(sql::Connection& db, const web::mail::Office& office, const Mail& mail) {
    const auto letter = web::mail::letter_of(db, office, mail);
    return {{"to", mail.recipient}, {"subject", letter ? letter->subject : ""},
        {"text", letter ? web::mail::as_plain(*letter) : ""}, {"state", name_of(mail.state)},
        {"tries", mail.tries}, {"kind", name_of(mail.kind)}, {"made", time::iso(mail.made_at)},
        {"reply", mail.reply}};
}

void print(const nlohmann::ordered_json& mail) {
    std::cout << mail["state"].get<std::string>() << '\t' << mail["tries"].get<int>() << '\t'
              << mail["to"].get<std::string>() << '\t' << mail["subject"].get<std::string>() << '\n';
}

nlohmann::ordered_json totals(sql::Connection& db) {
    nlohmann::ordered_json all;
    for (const auto& [state, n] : store::mail_counts(db, {})) all[std::string{name_of(state)}] = n;
    return all;
}

int show_outbox(const Outbox& asked) {
    constexpr int at_once = 500;
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const sql::Snapshot snapshot{*db};
    const auto clock = asked.installation.clock();
    const web::mail::Office office{
        .clock = clock, .base_url = asked.base_url, .secret = asked.installation.secret()};
    auto listed = nlohmann::ordered_json::array();
    for (Id<Mail> last;;) {
        const auto mails = store::all_mail(*db, last, at_once);
        for (const auto& mail : mails) {
            auto one = shown(*db, office, mail);
            if (asked.as_json)
                listed.push_back(std::move(one));
            else
                print(one);
        }
        if (mails.size() < at_once) break;
        last = mails.back().id;
    }
    if (asked.as_json)
        std::cout << nlohmann::ordered_json{{"totals", totals(*db)}, {"mails", listed}}.dump(
                         1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
    return 0;
}

struct Test {
    MailSettings mail;
    std::string to;
};

int send_test(const Test& asked) {
    const auto to = mail_address(asked.to);
    if (!to) give_up(N_("Write an e-mail address with @, for example name@example.org"));
    const auto server = mail_server_of(asked.mail);
    Message message{
        .from_name = asked.mail.name.empty() ? "Medskapa" : asked.mail.name, .from = server.from, .to = *to};
    message.subject = words()(N_("Test from Medskapa"));
    message.language = std::string{words().language().tag()};
    message.id = '<' + hex(random_bytes(12)) + server.from.substr(server.from.find('@')) + '>';
    message.date = now();
    message.plain = words()(N_("The mail server works: this mail was sent from the command line."));
    message.html = web::html("<p>{}</p>", message.plain).markup();
    jobs::SmtpClient client{server};
    const std::atomic<bool> is_ending{false};
    const auto delivery = client.send(*to, as_sent(message), is_ending);
    if (delivery.outcome == Delivery::Outcome::accepted) {
        std::cout << words()(N_("The mail server took the test. Look whether it comes to {}."), *to) << '\n';
        return 0;
    }
    if (delivery.outcome == Delivery::Outcome::unknown)
        give_up(N_("The connection ended while the test was being sent. It may have arrived: look."));
    if (delivery.reply != 0)
        give_up(N_("The mail server refused with {}. Ask whoever runs it what that means."), delivery.reply);
    give_up(N_("The mail server could not be used: {}. Check its address, name, password and certificate."),
        client.why());
}

void add_outbox(Command& parent, int& exit_code) {
    const auto asked = std::make_shared<Outbox>();
    auto* command = parent.add_subcommand("outbox", "What waits, was sent and bounced");
    add_installation(*command, asked->installation);
    command->add_option("--base-url", asked->base_url, "How visitors reach us; put before the links");
    command->add_flag("--json", asked->as_json, "As one JSON object, with the texts");
    command->footer("Example: medskapa mail outbox --data D --json");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return show_outbox(*asked); }); });
}

}  // namespace

void add_mail(Command& program, int& exit_code) {
    auto& mail = begun(program, "mail", "E-mail");
    add_outbox(mail, exit_code);
    mail.footer("Example: medskapa mail outbox --data D");
    const auto asked = std::make_shared<Test>();
    auto* command = mail.add_subcommand("test", "Send a test, and say in plain words what happened");
    command->add_option("ADDRESS", asked->to, "Who gets it")->required();
    add_mail_server(*command, asked->mail);
    add_config_of_server(*command);
    command->footer("Example: medskapa mail test eva@example.org --config /etc/medskapa/medskapa.toml");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return send_test(*asked); }); });
}

}  // namespace medskapa::cli
