#include "cli/site/mail.hpp"

#include "cli/commands.hpp"
#include "support/command_line.hpp"
#include "support/smtp_sink.hpp"

using namespace medskapa;
using namespace medskapa::test;

namespace {

Ended mail_test(std::vector<std::string> more) {
    std::vector<std::string> words{"mail", "test", "eva@example.org"};
    words.insert(words.end(), more.begin(), more.end());
    return run(cli::add_mail, std::move(words));
}

}  // namespace

TEST_CASE("a test mail says in a sentence what is missing or wrong") {
    const Desk desk;

    check_refused(mail_test({}), "Write the mail server as smtp://HOST:587");
    check_refused(mail_test({"--mail-server", "http://127.0.0.1"}), "Write the mail server as");
    check_refused(mail_test({"--mail-server", "smtp://127.0.0.1:1"}), "--mail-from");
    check_refused(mail_test({"--mail-server", "smtp://127.0.0.1:1", "--mail-from", "a@b.example\r\nX: y"}),
        "--mail-from");
    check_refused(mail_test({"--mail-server", "smtp://mail.example.org:25", "--mail-from", "a@b.example",
                      "--mail-unencrypted"}),
        "only to this machine itself");
    check_refused(mail_test({"--mail-server", "smtp://127.0.0.1:1", "--mail-from", "a@b.example",
                      "--mail-password-file", desk.path("none")}),
        "could not be read");
    check_refused(mail_test({"--mail-server", "smtp://127.0.0.1:1", "--mail-from", "a@b.example"}),
        "could not be used");
    check_refused(run(cli::add_mail, {"mail", "test", "eva"}), "Write an e-mail address with @");
}

TEST_CASE("a test mail is sent with what the server's own file says") {
    const example::SmtpSink sink;
    const Desk desk;
    const auto file = desk.put("medskapa.toml", "listen = \"127.0.0.1:8080\"\nmail-server = \"" + sink.url() +
                                                    "\"\nmail-from = \"svar@region.example\"\n"
                                                    "mail-name = \"Regionen\"\nmail-unencrypted = true\n");

    const auto ended = mail_test({"--config", file});

    CHECK(ended.code == 0);
    CHECK(ended.err.empty());
    REQUIRE(sink.taken().size() == 1);
    CHECK(sink.taken()[0].to == "eva@example.org");
    CHECK(sink.taken()[0].text.find("From: \"Regionen\" <svar@region.example>") != std::string::npos);
}

TEST_CASE("the password is in no sentence") {
    const Desk desk;
    const auto file = desk.put("password", "mycket-hemligt\n");

    const auto ended = mail_test({"--mail-server", "smtp://127.0.0.1:1", "--mail-from", "a@b.example",
        "--mail-user", "medskapa", "--mail-password-file", file});

    CHECK(ended.code == 1);
    CHECK((ended.out + ended.err).find("hemligt") == std::string::npos);
}
