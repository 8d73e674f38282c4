#include "engine/openlog/signing/policy.hpp"

#include "base/text.hpp"
#include "engine/openlog/lines.hpp"

#include <algorithm>
#include <set>

namespace medskapa::openlog {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view line) {
    Words words;
    std::string spaced{line};
    std::replace(spaced.begin(), spaced.end(), '\t', ' ');
    for (auto& word : text::split(spaced, ' '))
        if (!word.empty()) words.push_back(std::move(word));
    return words;
}

}  // namespace

/// Takes a policy's lines one by one; each says whether it was understood.
class PolicyReader {
public:
    bool take(const Words& words);
    bool is_finished() const { return has_quorum_; }
    Policy policy() && { return std::move(policy_); }

private:
    bool take_log(const Words&);
    bool take_witness(const Words&);
    bool take_group(const Words&);
    bool take_quorum(const Words&);
    bool is_new_key(const VerifierKey&);
    bool is_new_name(const std::string&) const;
    std::optional<std::size_t> find(const std::string& name) const;

    Policy policy_;
    std::set<Digest> public_keys_;
    std::set<std::size_t> grouped_;
    bool has_quorum_ = false;
};

bool PolicyReader::take(const Words& words) {
    const auto& kind = words.front();
    if (kind == "log") return take_log(words);
    if (kind == "witness") return take_witness(words);
    if (kind == "group") return take_group(words);
    return kind == "quorum" && take_quorum(words);
}

bool PolicyReader::take_log(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return false;
    const auto key = read_verifier_key(words[1]);
    if (!key || key->type != KeyType::ed25519 || !is_new_key(*key)) return false;
    policy_.logs_.push_back(*key);
    policy_.log_addresses_.push_back(words.size() == 3 ? words[2] : std::string{});
    return true;
}

bool PolicyReader::take_witness(const Words& words) {
    if (words.size() < 3 || words.size() > 4 || !is_new_name(words[1])) return false;
    const auto key = read_verifier_key(words[2]);
    if (!key || key->type != KeyType::cosignature || !is_new_key(*key)) return false;
    policy_.witnesses_.push_back(*key);
    policy_.addresses_.push_back(words.size() == 4 ? words[3] : std::string{});
    policy_.members_.push_back({words[1], *key, 0, {}});
    return true;
}

bool PolicyReader::take_group(const Words& words) {
    if (words.size() < 4 || !is_new_name(words[1])) return false;
    Policy::Member group{words[1], std::nullopt, 0, {}};
    for (auto name = words.begin() + 3; name != words.end(); ++name) {
        const auto member = find(*name);
        if (!member || !grouped_.insert(*member).second) return false;
        group.members.push_back(*member);
    }
    const auto all = group.members.size();
    const auto threshold = words[2] == "any"   ? std::optional{std::uint64_t{1}}
                           : words[2] == "all" ? std::optional{std::uint64_t{all}}
                                               : read_number(words[2]);
    if (!threshold || *threshold < 1 || *threshold > all) return false;
    group.threshold = *threshold;
    policy_.members_.push_back(std::move(group));
    return true;
}

bool PolicyReader::take_quorum(const Words& words) {
    if (words.size() != 2 || has_quorum_) return false;
    has_quorum_ = true;
    policy_.quorum_ = find(words[1]);
    return policy_.quorum_ || words[1] == "none";
}

bool PolicyReader::is_new_key(const VerifierKey& key) {
    return public_keys_.insert(key.public_key).second;
}

bool PolicyReader::is_new_name(const std::string& name) const {
    return name != "none" && !find(name);
}

std::optional<std::size_t> PolicyReader::find(const std::string& name) const {
    const auto& members = policy_.members_;
    const auto found = std::find_if(
        members.begin(), members.end(), [&](const Policy::Member& member) { return member.name == name; });
    if (found == members.end()) return std::nullopt;
    return static_cast<std::size_t>(found - members.begin());
}

bool Policy::is_satisfied_by(std::span<const Signer> signers) const {
    std::vector<bool> satisfied;
    for (const auto& member : members_) {
        const auto is_witness = [&](const Signer& signer) { return signer.key == member.witness; };
        const auto is_satisfied = [&](std::size_t other) { return satisfied[other]; };
        satisfied.push_back(member.witness ? std::any_of(signers.begin(), signers.end(), is_witness)
                                           : static_cast<std::size_t>(std::count_if(member.members.begin(),
                                                 member.members.end(), is_satisfied)) >= member.threshold);
    }
    return !quorum_ || satisfied[*quorum_];
}

Policy Policy::for_log(const VerifierKey& log, std::string address) const {
    auto policy = *this;
    policy.logs_ = {log};
    policy.log_addresses_ = {std::move(address)};
    return policy;
}

std::string text_of(const Policy& policy) {
    const auto line = [](std::string words, const std::string& address) {
        return words + (address.empty() ? "" : ' ' + address) + '\n';
    };
    std::string text;
    for (std::size_t i = 0; i < policy.logs_.size(); ++i)
        text += line("log " + as_vkey(policy.logs_[i]), policy.log_addresses_[i]);
    std::size_t witness = 0;
    for (const auto& member : policy.members_) {
        if (member.witness) {
            text +=
                line("witness " + member.name + ' ' + as_vkey(*member.witness), policy.addresses_[witness++]);
            continue;
        }
        text += "group " + member.name + ' ' + std::to_string(member.threshold);
        for (const auto other : member.members) text += ' ' + policy.members_[other].name;
        text += '\n';
    }
    return text + "quorum " + (policy.quorum_ ? policy.members_[*policy.quorum_].name : "none") + '\n';
}

Result<Policy> read_policy(std::string_view text) {
    PolicyReader reader;
    int number = 0;
    for (const auto& line : text::split(text, '\n')) {
        ++number;
        const auto words = words_of(line);
        if (words.empty() || words.front().starts_with('#') || reader.take(words)) continue;
        return refuse(Failure::Kind::invalid,
            {{"policy", N_("Line {} of the policy cannot be used: {}"), {std::to_string(number), line}}});
    }
    if (!reader.is_finished())
        return refuse(Failure::Kind::invalid,
            {{"policy", N_("The policy has no quorum: end it with “quorum NAME” or “quorum none”")}});
    return std::move(reader).policy();
}

}  // namespace medskapa::openlog
