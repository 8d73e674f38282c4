#include "cli/site/certificate.hpp"
#include "cli/site/doctor.hpp"
#include "cli/terminal.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::cli {
namespace {

constexpr std::chrono::days certificate_ends_soon{21};
constexpr std::chrono::hours mail_waits_too_long{1};

std::unique_ptr<sql::Connection> opened(const Installation& installation) {
    return sql::open(installation.database(), sql::Access::read_only);
}

bool holds_an_example(sql::Connection& db) {
    const auto all = store::processes(db);
    return std::any_of(all.begin(), all.end(), [](const Process& process) { return process.is_example; });
}

medskapa::Check of_server(const Examination& asked, const std::atomic<bool>& is_ending) {
    constexpr auto name = "mail";
    try {
        auto server = mail_server_of(asked.mail);
        server.connecting = std::chrono::seconds{10};
        server.answering = std::chrono::seconds{10};
        server.whole = std::chrono::seconds{20};
        jobs::SmtpClient client{server};
        if (client.reach(is_ending)) return passed(name, N_("the mail server answers, and lets us in"));
        return failed(name,
            N_("The mail server cannot be used: {}. Try medskapa mail test ADDRESS --config FILE, which says "
               "what is wrong"),
            {client.why()});
    } catch (const std::runtime_error& wrong) {
        return failed(name, N_("The mail server cannot be used: {}"), {wrong.what()});
    }
}

/// What has waited for long says that something is wrong with the server, or with us.
void check_mail_queue(const Installation& installation, sql::Connection& db, Checks& checks) {
    constexpr auto name = "mail_queue";
    const auto counts = store::mail_counts(db, {});
    const auto waiting = std::to_string(counts.at(Mail::State::waiting));
    const auto next = store::next_to_send(db, now());
    if (next && now() - next->made_at > mail_waits_too_long)
        checks.push_back(warned(name,
            N_("{} mails wait to be sent, the oldest since {}. See whether the mail server answers"),
            {waiting, time::iso(installation.clock().day(next->made_at))}));
    else if (const auto lost = counts.at(Mail::State::unknown); lost > 0)
        checks.push_back(warned(name,
            N_("{} mails were broken off, and nobody knows whether they came. Look under Mail on the desk"),
            {std::to_string(lost)}));
    else
        checks.push_back(passed(name, N_("{} mails wait to be sent"), {waiting}));
}

bool is_of_this_machine(const std::string& url) {
    return url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost");
}

medskapa::Check of_certificate(const Installation& installation, const std::string& url) {
    constexpr auto name = "address";
    const auto seen = certificate_of(url);
    if (seen.is_refused)
        return failed(name, N_("The certificate of {} is not trusted: {}. Get a new one on the proxy"),
            {url, seen.trouble});
    if (!seen.trouble.empty())
        return warned(name, N_("{} did not answer from this machine: {}. See whether it does from outside"),
            {url, seen.trouble});
    if (!seen.ends) return passed(name, N_("visitors reach {}, over https"), {url});
    const auto day = time::iso(installation.clock().day(*seen.ends));
    if (*seen.ends - now() < certificate_ends_soon)
        return warned(name,
            N_("The certificate of {} is good until {}. See that the proxy gets a new one by itself"),
            {url, day});
    return passed(
        name, N_("visitors reach {}, over https, with a certificate that is good until {}"), {url, day});
}

}  // namespace

void check_mail(const Examination& asked, const std::atomic<bool>& is_ending, Checks& checks) {
    try {
        const auto db = opened(asked.installation);
        // Nothing is wrong there: what would have been sent waits for ever.
        if (holds_an_example(*db))
            return checks.push_back(passed("mail", N_("this is an example, so no mail is sent")));
        if (!asked.mail.server.empty())
            checks.push_back(of_server(asked, is_ending));
        else if (asked.knows_server)
            checks.push_back(
                warned("mail", N_("No mail server is named, so no mail is sent: neither receipts "
                                  "nor sign-in links. Name one with --mail-server")));
        check_mail_queue(asked.installation, *db, checks);
    } catch (const std::exception& error) {  // a damaged page may hold anything
        checks.push_back(failed("mail_queue", N_("The database cannot be read: {}"), {sentence_of(error)}));
    }
}

void check_address(const Examination& asked, Checks& checks) {
    constexpr auto name = "address";
    if (asked.base_url.starts_with("https://"))
        checks.push_back(of_certificate(asked.installation, asked.base_url));
    else if (asked.base_url.empty() || is_of_this_machine(asked.base_url)) {
        if (asked.knows_server)
            checks.push_back(
                warned(name, N_("The site does not know by which address visitors reach it. Name "
                                "it with --base-url, for example https://rus.example.org")));
    } else
        checks.push_back(failed(name,
            N_("Visitors reach {} without encryption, so others can read what they send. Put a certificate "
               "on "
               "the proxy, and begin the address that --base-url names with https://"),
            {asked.base_url}));
}

void check_law(const Installation& installation, Checks& checks) {
    constexpr auto name = "law";
    try {
        const auto db = opened(installation);
        const auto missing = missing_settings(store::site_description(*db)).size();
        checks.push_back(missing == 0 ? passed(name, N_("all that the law asks the site to say is filled in"))
                                      : warned(name,
                                            N_("{} things that the law asks the site to say are not filled "
                                               "in. A process leader does "
                                               "it on the desk, under The site"),
                                            {std::to_string(missing)}));
    } catch (const std::exception& error) {  // a damaged page may hold anything
        checks.push_back(failed(name, N_("The database cannot be read: {}"), {sentence_of(error)}));
    }
}

}  // namespace medskapa::cli
