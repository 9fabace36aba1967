// Prints what Go's own type checker and documentation reader know of some packages, as JSON.
package main

import (
	"encoding/json"
	"go/ast"
	"go/build"
	"go/doc"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"
)

type fact map[string]any

func main() {
	facts := []fact{}
	names := map[string][]string{}
	files := token.NewFileSet()
	source := importer.ForCompiler(files, "source", nil)
	for _, path := range os.Args[1:] {
		checked, err := source.Import(path)
		if err != nil {
			panic(err)
		}
		notes := notesOf(path)
		short := checked.Name()
		qualifier := func(other *types.Package) string {
			if other == checked {
				return ""
			}
			return other.Name()
		}
		scope := checked.Scope()
		for _, name := range scope.Names() {
			names[short] = append(names[short], name)
			object := scope.Lookup(name)
			if !object.Exported() {
				continue
			}
			symbol := short + "." + name
			add := func(aspect string, more fact) {
				more["aspect"], more["package"], more["symbol"] = aspect, "Go", symbol
				facts = append(facts, more)
			}
			note, isKnown := notes[name]
			if isKnown {
				add("deprecated", fact{"yes": strings.Contains(note, "\nDeprecated: ")})
			}
			switch known := object.(type) {
			case *types.Const:
				if len(known.Val().String()) < 40 {
					add("constant", fact{"value": []string{known.Val().String()}})
				}
			case *types.Func:
				signature := known.Type().(*types.Signature)
				parameters := []string{}
				for i := 0; i < signature.Params().Len(); i++ {
					parameters = append(parameters, signature.Params().At(i).Name())
				}
				if strings.Contains(","+strings.Join(parameters, ",")+",", ",,") {
					continue
				}
				add("parameters", fact{"names": parameters})
				if len(parameters) > 1 {
					place := len(parameters)/2 + 1
					add("nth", fact{"ordinal": place, "count": len(parameters), "value": []string{parameters[place-1]}})
				}
				for i, parameter := range parameters {
					written := types.TypeString(signature.Params().At(i).Type(), qualifier)
					if parameter != "_" && !(signature.Variadic() && i == len(parameters)-1) {
						add("type", fact{"parameter": parameter, "value": []string{written}})
					}
				}
				if signature.Results().Len() == 1 {
					add("returns", fact{"value": []string{types.TypeString(signature.Results().At(0).Type(), qualifier)}})
				}
			}
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(fact{"facts": facts, "names": names}); err != nil {
		panic(err)
	}
}

// The comments of a package's functions and types, each behind a line break.
func notesOf(path string) map[string]string {
	found := map[string]string{}
	place, err := build.Import(path, ".", 0)
	if err != nil {
		panic(err)
	}
	files := token.NewFileSet()
	parsed := []*ast.File{}
	for _, name := range place.GoFiles {
		file, err := parser.ParseFile(files, place.Dir+"/"+name, nil, parser.ParseComments)
		if err != nil {
			panic(err)
		}
		parsed = append(parsed, file)
	}
	read, err := doc.NewFromFiles(files, parsed, path)
	if err != nil {
		panic(err)
	}
	for _, one := range read.Funcs {
		found[one.Name] = "\n" + one.Doc
	}
	for _, kind := range read.Types {
		found[kind.Name] = "\n" + kind.Doc
		for _, one := range kind.Funcs {
			found[one.Name] = "\n" + one.Doc
		}
	}
	return found
}
