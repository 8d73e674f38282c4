#pragma once

#include "engine/openlog/signing/note.hpp"

/// C2SP tlog-policy: which logs and witnesses are trusted, and how many of them must have signed.
namespace medskapa::openlog {

class Policy {
public:
    const std::vector<VerifierKey>& logs() const { return logs_; }
    const std::vector<VerifierKey>& witnesses() const { return witnesses_; }

    /// Where each witness is asked, in the same order; empty where the policy does not say.
    const std::vector<std::string>& addresses() const { return addresses_; }

    /// Whether the witnesses among the signers are enough.
    bool is_satisfied_by(std::span<const Signer>) const;

    /// The same witnesses and quorum for one log, read at that address; no address where it is empty.
    Policy for_log(const VerifierKey&, std::string address) const;

private:
    friend class PolicyReader;
    friend std::string text_of(const Policy&);

    /// A witness, or a group of those before it.
    struct Member {
        std::string name;
        std::optional<VerifierKey> witness;
        std::size_t threshold = 0;
        std::vector<std::size_t> members;
    };

    std::vector<VerifierKey> logs_;
    std::vector<std::string> log_addresses_;
    std::vector<VerifierKey> witnesses_;
    std::vector<std::string> addresses_;
    std::vector<Member> members_;
    std::optional<std::size_t> quorum_;  // none: no witness is asked for
};

/// Refuses a line that is not of the form, and names it; a key that stands twice; a name that is not defined
/// on a line before; a member of two groups; no quorum, or two.
Result<Policy> read_policy(std::string_view);
/// What read_policy() reads as the same policy.
std::string text_of(const Policy&);

}  // namespace medskapa::openlog
