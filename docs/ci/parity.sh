#!/usr/bin/env bash
# Parity Guard in a pipeline of any kind.
#   parity.sh check ENVIRONMENT     compares what this job's variables point at with the profile; blocks and tells
#   parity.sh capture ENVIRONMENT   refreshes the profile, and proposes the change on a branch of its own
# PARITY_GUARD      the command, by default: java -jar parity-guard-cli.jar
# PROFILE, REPORT   files, by default: src/main/resources/parity-profile.json, parity-report.md
# NOTIFY_URL        told of a difference as {"text": "…"}, as chat systems take it; none by default
# SIGNING_KEY       file of an Ed25519 key in PEM: a refreshed profile is signed with it; none by default
set -euo pipefail

read -r -a guard <<< "${PARITY_GUARD:-java -jar parity-guard-cli.jar}"
profile=${PROFILE:-src/main/resources/parity-profile.json}
report=${REPORT:-parity-report.md}
branch=parity/refresh-profile

notify() { # environment, exit status
    [[ -n ${NOTIFY_URL:-} ]] || return 0
    curl --fail --silent --show-error --max-time 20 --header 'Content-Type: application/json' \
        --data "{\"text\": \"Parity Guard: $1 is not as the profile says (exit status $2)\"}" "$NOTIFY_URL" ||
        echo 'nobody could be told' >&2
}

check() { # environment
    local status=0
    "${guard[@]}" check --profile "$profile" --environment "$1" --output text --output "markdown=$report" || status=$?
    if [[ -n ${GITHUB_STEP_SUMMARY:-} && -f $report ]]; then
        cat "$report" >> "$GITHUB_STEP_SUMMARY"
    fi
    if ((status != 0)); then
        notify "$1" "$status"
    fi
    return "$status"
}

capture() { # environment
    before=$(mktemp)
    trap 'rm -f "$before"' EXIT
    if [[ -f $profile ]]; then
        cp "$profile" "$before"
    fi
    "${guard[@]}" capture --profile "$profile" --environment "$1"
    if [[ -z $(git status --porcelain -- "$profile") ]]; then
        echo "the profile is what $1 is"
        return
    fi
    local changed=("$profile")
    if [[ -n ${SIGNING_KEY:-} ]]; then
        openssl pkeyutl -sign -rawin -inkey "$SIGNING_KEY" -in "$profile" | base64 > "$profile.sig"
        changed+=("$profile.sig")
    fi
    if [[ -s $before ]]; then
        # That they differ is what the change is about: status 3 is no failure here.
        "${guard[@]}" diff "$profile" "$before" --output "markdown=$report" || (($? == 3))
    fi
    git switch --quiet --force-create "$branch"
    git add -- "${changed[@]}"
    git commit --quiet --message "Refresh the parity profile from $1"
    propose "$1"
}

propose() { # environment
    local title="Refresh the parity profile from $1"
    if [[ -n ${GITLAB_CI:-} ]]; then
        git push --quiet --force --push-option merge_request.create --push-option "merge_request.title=$title" \
            origin "HEAD:$branch"
        return
    fi
    git push --quiet --force origin "HEAD:$branch"
    if [[ -n ${GITHUB_ACTIONS:-} ]]; then
        touch "$report"
        gh pr create --head "$branch" --title "$title" --body-file "$report" ||
            gh pr edit "$branch" --body-file "$report"
    fi
}

case "${1:-}" in
    check | capture) "$1" "${2:?which environment?}" ;;
    *)
        sed -n '2,4p' "$0" >&2
        exit 2
        ;;
esac
