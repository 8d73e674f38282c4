#include "engine/openlog/signing/policy.hpp"

#include "support/published_log.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

VerifierKey witness(const std::string& name) {
    return example::key_of(name, KeyType::cosignature).verifier();
}

std::string line(const std::string& name) {
    return "witness " + name + " " + as_vkey(witness(name)) + "\n";
}

const std::string log_line =
    "log " + as_vkey(example::key_of("log.example").verifier()) + " https://log.example\n";
const std::string two_groups =
    log_line + line("x1") + line("x2") + line("x3") + line("y1") + line("y2") +
    "group x 2 x1 x2 x3\ngroup y any y1 y2\n# both\n\n \tgroup\tboth all x  y \nquorum both\n";

bool is_enough(const std::string& policy, const std::vector<std::string>& names) {
    std::vector<Signer> signers;
    for (const auto& name : names) signers.push_back({witness(name), 1});
    return read_policy(policy).value().is_satisfied_by(signers);
}

}  // namespace

TEST_CASE("a quorum of groups is met by enough of each") {
    CHECK(is_enough(two_groups, {"x1", "x3", "y2"}));
    CHECK(is_enough(two_groups, {"x1", "x2", "x3", "y1", "y2", "stranger"}));
    CHECK_FALSE(is_enough(two_groups, {"x1", "y1"}));
    CHECK_FALSE(is_enough(two_groups, {"x1", "x2", "x3"}));
    CHECK_FALSE(is_enough(two_groups, {}));
}

TEST_CASE("a quorum may be one witness, or none") {
    CHECK(is_enough(line("w") + "quorum w\n", {"w"}));
    CHECK_FALSE(is_enough(line("w") + "quorum w\n", {"v"}));
    CHECK(is_enough("quorum none\n", {}));
}

TEST_CASE("a policy names its logs and witnesses") {
    const auto policy = read_policy(two_groups);

    REQUIRE(policy);
    CHECK(policy->logs().front().name == "log.example");
    CHECK(policy->witnesses().size() == 5);
}

TEST_CASE("a policy that says something else is refused") {
    const auto good = line("a") + line("b") + "group g any a b\n";
    REQUIRE(read_policy(good + "quorum g\n"));

    for (const auto& bad : std::vector<std::string>{"", good, good + "quorum h\n",
             good + "quorum g\nquorum g\n", good + line("c") + "group h any a c\nquorum h\n",
             "quorum a\n" + line("a"), line("a") + line("a") + "quorum a\n", line("none") + "quorum none\n",
             line("a") + "group g 0 a\nquorum g\n", line("a") + "group g 2 a\nquorum g\n",
             line("a") + "group g 01 a\nquorum g\n", line("a") + "group g any\nquorum g\n",
             "group g any g\nquorum g\n", line("a") + "group g any a a\nquorum g\n",
             "witness a broken\nquorum a\n", "else\nquorum none\n", log_line + log_line + "quorum none\n",
             "log " + as_vkey(witness("a")) + "\nquorum none\n",
             "witness a " + as_vkey(example::key_of("log.example").verifier()) + "\nquorum a\n"})
        CHECK_FALSE(read_policy(bad));
}

TEST_CASE("the line that cannot be used is named") {
    const auto policy = read_policy("\n# a remark\nlog x\n");
    REQUIRE_FALSE(policy);
    CHECK(policy.error().complaints.front().holes == Holes{"3", "log x"});
}

TEST_CASE("a policy that is written is read as the same policy") {
    const auto vkey = [](const std::string& name, KeyType type) {
        return as_vkey(SigningKey{name, type, sha256(name)}.verifier());
    };
    const auto text = "log " + vkey("a.example/log", KeyType::ed25519) + " https://a.example/logg\nlog " +
                      vkey("b.example/log", KeyType::ed25519) + "\nwitness w1 " +
                      vkey("w1", KeyType::cosignature) + " https://w1.example\nwitness w2 " +
                      vkey("w2", KeyType::cosignature) + "\ngroup both 2 w1 w2\nquorum both\n";
    const auto policy = read_policy(text).value();

    CHECK(text_of(policy) == text);
    const SigningKey ours{"ours.example/log", KeyType::ed25519, sha256("ours")};
    const auto our_own =
        read_policy(text_of(policy.for_log(ours.verifier(), "https://ours.example/logg"))).value();
    CHECK(our_own.logs() == std::vector{ours.verifier()});
    CHECK(our_own.witnesses() == policy.witnesses());
    CHECK(text_of(Policy{}.for_log(ours.verifier(), "")) ==
          "log " + as_vkey(ours.verifier()) + "\nquorum none\n");
}
