package intake

import (
	"strings"

	"jikenbo/internal/content"
)

// producers are the ids by which the MISP galaxy says whose a name is, those of its cluster of producers.
var producers = [...]struct{ id, name string }{
	{"d0c33595-b684-45ef-91c3-e2f5ce1a8191", "Microsoft"},
	{"f9eb432f-2293-48b7-bca4-cc78beb50df0", "CrowdStrike"},
	{"da5cdcd1-7b15-4371-b7eb-ca32916d2052", "Mandiant"},
	{"a7119872-bc6b-494b-9f7a-8c50faaf53a9", "Secureworks"},
	{"a1ad5090-2487-46d2-8237-6151a2dd5063", "MITRE"},
	{"cae79680-67a6-4411-903c-f824dbcc813f", "Proofpoint"},
	{"e9491d3b-2174-47d6-8a15-ecec552d16ae", "Palo Alto Networks"},
	{"0d4886f9-97e1-4cb2-8822-580fd09540e5", "Kaspersky"},
	{"3ac8f6fc-9c04-4ebd-bda2-788cc02fe4ed", "Trend Micro"},
	{"598308b3-5475-48c6-9a2c-676fe1d2c6fb", "Google"},
	{"0adf6f0f-3795-4de1-9763-1bdd1c31a5d7", "Cisco Talos"},
	{"3a43aca5-6366-4168-b182-a8afec4550b5", "ESET"},
	{"ad7032df-0e9a-4ea9-b35c-c68ff854be80", "Recorded Future"},
	{"e583434b-7fb8-42c8-90ce-89aa8ed35f0c", "Symantec"},
	{"0904b30c-a86b-402b-9a14-87bbc44648aa", "Symantec"},
	{"adb3369a-5683-46b2-bceb-4dafa6526b21", "Check Point"},
	{"996c48de-7bb8-414d-b6fe-ec94abb5f461", "SentinelOne"},
	{"21afba9e-cd2a-45c9-b421-b1f14fd181e9", "Group-IB"},
	{"e4ed3168-7830-490f-9eed-d1b3ef2daccd", "Dragos"},
	{"b8ca0932-c4cb-45c0-b7b1-88b9685ba24b", "McAfee"},
	{"9f2ba728-8b29-48f9-badf-4f4cefb929f0", "PwC"},
	{"c2f76813-f24c-450e-abfd-0db4495ab68e", "Volexity"},
	{"f063b54b-293c-4713-87c1-92ff760ee4ba", "Malwarebytes"},
	{"1c141c9b-ec78-4f86-a8ea-b02944fa5492", "Bitdefender"},
	{"455b9e40-e8dd-443b-87b3-c70bd09b4231", "Sophos"},
	{"ac46bac7-e7b5-4efe-8f32-b79e9015ab86", "Intezer"},
	{"bfafdca5-3171-4953-86ab-c74f44822fd3", "Fortinet"},
	{"58d7efca-402a-4b36-9178-dc14e52f12e5", "Elastic"},
	{"94e95ed2-e07a-464a-9d56-a03679b9717a", "BlackBerry"},
	{"d597f230-4f70-43cb-817e-c745efd4fe35", "WithSecure"},
	{"3176f708-da5b-4c41-926b-0a94ebeb0e3b", "Trellix"},
	{"adc57f66-9910-4500-a16b-311cd4f08409", "Rapid7"},
	{"1427d7df-a9b8-4809-afe0-1180cfdd930d", "Zscaler"},
}

// mispNamer returns whom an id of a producer means, "" where it is not known.
func mispNamer(id string) string {
	for _, p := range producers {
		if p.id == id {
			return p.name
		}
	}
	return ""
}

// namers are those by whose name the label of a citation may begin.
var namers = [...]string{
	"Accenture", "Avast", "Bitdefender", "BlackBerry", "Check Point", "Cisco Talos", "ClearSky", "CrowdStrike", "Cybereason", "Cylance", "Dell", "Dragos",
	"ESET", "Elastic", "F-Secure", "FireEye", "Fortinet", "Google", "Group IB", "IBM", "Intezer", "Kaspersky", "Malwarebytes", "Mandiant", "McAfee",
	"Microsoft", "NCC Group", "Palo Alto", "Proofpoint", "PWC", "QiAnXin", "Recorded Future", "Secureworks", "Securelist", "SentinelOne",
	"Sophos", "Symantec", "Talos", "Trend Micro", "Unit 42", "Unit42", "Volexity", "Zscaler",
}

// citedNamer returns who uses a name, by the labels of the citations: "" unless they agree.
func citedNamer(citations string) string {
	found := ""
	for _, part := range strings.Split(citations, "(Citation:")[1:] {
		label := strings.ToLower(strings.TrimSpace(part))
		who := ""
		for _, n := range namers {
			if strings.HasPrefix(label, strings.ToLower(n)) {
				who = n
			}
		}
		if who == "" || found != "" && found != who {
			return ""
		}
		found = who
	}
	return found
}

// namerID returns the entity that a namer is, or the name where the registry has none.
func namerID(r *content.Registry, name string) string {
	if name == "" {
		return ""
	}
	for _, e := range r.All() {
		if e.Kind == content.Organization && (content.Fold(e.Name.EN) == content.Fold(name) || content.Fold(e.Name.JA) == content.Fold(name)) {
			return e.ID
		}
	}
	return name
}
