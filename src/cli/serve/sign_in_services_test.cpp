#include "cli/serve/sign_in_services.hpp"

#include "support/environment.hpp"
#include "support/raw_http.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace medskapa;

namespace {

/// A file of services with a secret next to it.
struct Files {
    test::Scratch scratch;
    std::string secret = (scratch.folder / "hemlig").string();
    std::string file = (scratch.folder / "inloggning.toml").string();

    Files() {
        std::ofstream{secret} << "s3cret\n";
        std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
    }
    std::vector<openid::ProviderSettings> read(const std::string& text) const {
        std::ofstream{file} << text;
        return cli::sign_in_services_in(file);
    }
    std::string whole(const std::string& issuer = "https://login.example") const {
        return "[regionen]\nissuer = \"" + issuer + "\"\nclient-id = \"medskapa\"\nsecret-file = \"" +
               secret + "\"\nlabel-sv = \"regionens konto\"\n";
    }
};

std::string sentence_of(const Files& files, const std::string& text) {
    try {
        (void)files.read(text);
    } catch (const std::runtime_error& wrong) {
        return wrong.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a file names any number of services, each with what it needs") {
    const Files files;
    const auto all = files.read(files.whole() +
                                "label-en = \"the region's account\"\nscopes = \"openid email profile\"\n"
                                "assurance = [\"loa3\", \"loa4\"]\ndomain = \"region.example\"\n"
                                "trust-addresses = true\nperson = \"oid\"\n\n[kommunen]\n" +
                                files.whole("https://kommunen.example/").substr(11));
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "regionen");
    CHECK(all[0].issuer == "https://login.example");
    CHECK(all[0].client_secret == "s3cret");
    CHECK(all[0].label.in(Language::en) == "the region's account");
    CHECK(all[0].assurances == std::vector<std::string>{"loa3", "loa4"});
    CHECK(all[0].trusts_addresses);
    CHECK(all[0].person_claim == "oid");
    CHECK(all[1].name == "kommunen");
    CHECK(all[1].issuer == "https://kommunen.example/");
    CHECK(all[1].person_claim == "sub");
    CHECK_FALSE(all[1].trusts_addresses);
    CHECK(cli::sign_in_services_in("").empty());
}

TEST_CASE("what is missing or wrong in the file is said with its section") {
    const Files files;
    CHECK(sentence_of(files, files.whole() + "isuer = \"x\"\n").find("isuer") != std::string::npos);
    CHECK(sentence_of(files, files.whole("http://login.example")).find("[regionen]") != std::string::npos);
    CHECK(sentence_of(files, files.whole() + "scopes = \"email\"\n").find("openid") != std::string::npos);
    CHECK(sentence_of(files, files.whole() + "trust-addresses = true\n").find("domain") != std::string::npos);
    const auto trusting = files.whole() + "domain = \"region.example\"\ntrust-addresses = true\n";
    CHECK(sentence_of(files, trusting + "address = \"upn\"\n").find("upn") != std::string::npos);
    CHECK(sentence_of(files, trusting + "address = \"email\"\n").empty());
    CHECK(sentence_of(files, files.whole() + "address = \"upn\"\n").empty());
    CHECK(sentence_of(files, files.whole() + "[kommunen]\n" + files.whole().substr(11)).find("[kommunen]") !=
          std::string::npos);
    CHECK(sentence_of(files, files.whole().substr(11)).find("section") != std::string::npos);
    CHECK(sentence_of(files, "[Region]\nissuer = \"https://login.example\"\n").find("[region]") !=
          std::string::npos);
    CHECK(sentence_of(files, "[regionen]\nissuer = \"https://login.example\"\n").find("client-id") !=
          std::string::npos);
    CHECK_FALSE(sentence_of(files, files.whole() + "secret-file = \"/nowhere/at/all\"\n").empty());
    CHECK_THROWS((void)cli::sign_in_services_in("/nowhere/at/all"));
}

TEST_CASE("doctor says which secret others can read, and which provider does not answer as itself") {
    const Files files;
    const example::RawHttp other{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"};
    std::ofstream{files.file} << files.whole(other.url());
    std::filesystem::permissions(
        files.secret, std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    Checks checks;
    cli::check_sign_in_services(files.file, checks);
    REQUIRE(checks.size() == 2);
    for (const auto& check : checks) {
        CHECK(check.name == "sign-in");
        CHECK(check.state == CheckState::fail);
    }
    CHECK(checks[0].sentence.holes[0] == Hole{files.secret});
    checks.clear();
    cli::check_sign_in_services("/nowhere/at/all", checks);
    REQUIRE(checks.size() == 1);
    CHECK(checks[0].state == CheckState::fail);
}

TEST_CASE("a service is for staff unless it says that it is for participants, of whom no address is asked") {
    const Files files;
    const auto staff = files.read(files.whole()).front();
    CHECK(staff.address_claim == "email");
    CHECK(staff.scopes == "openid email");
    const auto participants = files.read(files.whole() + "for = \"participants\"\n").front();
    CHECK(participants.address_claim.empty());
    CHECK(participants.scopes == "openid");
    CHECK(files.read(files.whole() + "for = \"participants\"\nscopes = \"openid ssn\"\n").front().scopes ==
          "openid ssn");
    CHECK(sentence_of(files, files.whole() + "for = \"everybody\"\n").find("everybody") != std::string::npos);
    CHECK(sentence_of(files, files.whole() + "for = \"participants\"\ndomain = \"region.example\"\n")
              .find("domain") != std::string::npos);
}
